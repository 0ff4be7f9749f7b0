using System.Reflection;
using Akka.Configuration.Hocon;

namespace Akka.Configuration;

/// <summary>Makes configurations out of text, resources and objects.</summary>
public class ConfigurationFactory
{
    private static readonly Lazy<Config> Reference = new(() => FromResource("reference.hocon", typeof(ConfigurationFactory).Assembly));

    /// <summary>A configuration without keys.</summary>
    public static Config Empty => Config.Empty;

    /// <summary>Reads a text, which may include others.</summary>
    /// <param name="hocon">The text.</param>
    /// <param name="includeCallback">
    /// Gives an included text, read with <see cref="Parser.Parse"/>, by the name that the include gives; null where there is none.
    /// </param>
    /// <exception cref="ConfigurationException">The text is not HOCON; the message starts with the place.</exception>
    public static Config ParseString(string hocon, Func<string, HoconRoot?>? includeCallback) => new(Parser.Parse(hocon, includeCallback));

    /// <summary>Reads a text that includes nothing.</summary>
    /// <exception cref="ConfigurationException">The text is not HOCON; the message starts with the place.</exception>
    public static Config ParseString(string hocon) => ParseString(hocon, null);

    /// <summary>The configuration that a program has without saying anything: <see cref="Default"/>. Files such as app.config are not read.</summary>
    public static Config Load() => Default();

    /// <summary>The defaults of the actor runtime.</summary>
    public static Config Default() => Reference.Value;

    /// <summary>Reads a resource of the assembly that an object comes from.</summary>
    /// <param name="resourceName">The full name of the resource.</param>
    /// <param name="instanceInAssembly">The object; a type or an assembly stands for itself.</param>
    /// <exception cref="ConfigurationException">There is no such resource, or it is not HOCON.</exception>
    public static Config FromResource(string resourceName, object instanceInAssembly)
    {
        ArgumentNullException.ThrowIfNull(instanceInAssembly);
        return FromResource(resourceName, instanceInAssembly switch
        {
            Assembly assembly => assembly,
            Type type => type.Assembly,
            _ => instanceInAssembly.GetType().Assembly,
        });
    }

    /// <summary>Reads a resource of the assembly that <typeparamref name="TAssembly"/> is in.</summary>
    /// <exception cref="ConfigurationException">There is no such resource, or it is not HOCON.</exception>
    public static Config FromResource<TAssembly>(string resourceName) => FromResource(resourceName, typeof(TAssembly).Assembly);

    /// <summary>Reads a resource of an assembly.</summary>
    /// <exception cref="ConfigurationException">There is no such resource, or it is not HOCON.</exception>
    public static Config FromResource(string resourceName, Assembly assembly)
    {
        ArgumentNullException.ThrowIfNull(assembly);
        using var stream = assembly.GetManifestResourceStream(resourceName)
            ?? throw new ConfigurationException($"{assembly.GetName().Name} has no resource \"{resourceName}\"");
        using var reader = new StreamReader(stream);
        return ParseString(reader.ReadToEnd());
    }

    /// <summary>Takes over the public properties of an object, or the entries of a dictionary, at every depth.</summary>
    /// <remarks>A key with a dot stays one key. Durations, numbers and switches are written so that the getters read them back.</remarks>
    /// <exception cref="ConfigurationException">It is a list or a single value, or is nested too deep or in itself.</exception>
    public static Config FromObject(object source)
    {
        ArgumentNullException.ThrowIfNull(source);
        var value = ObjectMapper.Map(source);
        return value.IsObject()
            ? new Config(new HoconRoot(value))
            : throw new ConfigurationException($"a {source.GetType().Name} has no keys: expected an object with properties, or a dictionary");
    }
}
