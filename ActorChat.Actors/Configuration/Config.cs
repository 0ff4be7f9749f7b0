using Akka.Configuration.Hocon;
using Akka.Configuration.Hocon.Values;

namespace Akka.Configuration;

/// <summary>
/// A configuration: a tree of values, and the configuration that serves where this one has no value. It never changes, and
/// any number of threads may read it. Paths are keys joined by dots, quoted where a key has a dot of its own.
/// </summary>
/// <remarks>
/// A getter gives its default where there is no value, or null. Where there is one that it cannot use, it throws a
/// <see cref="ConfigurationException"/> that names the path, shows the value and says what was expected.
/// </remarks>
public partial class Config
{
    /// <summary>A configuration without keys.</summary>
    public static readonly Config Empty = new();

    private readonly HoconValue _own;
    private readonly HoconValue _merged;

    /// <summary>A configuration without keys.</summary>
    public Config()
        : this(new HoconValue(), null, [])
    {
    }

    /// <summary>The configuration of a text that was read.</summary>
    /// <exception cref="ConfigurationException">A substitution names nothing, or leads back to itself.</exception>
    public Config(HoconRoot root)
        : this((root ?? throw new ArgumentNullException(nameof(root))).Value, null, root.Substitutions)
    {
    }

    /// <summary>The same as <see cref="WithFallback"/> of <paramref name="source"/>.</summary>
    public Config(Config source, Config? fallback)
        : this((source ?? throw new ArgumentNullException(nameof(source)))._own, Chain(source.Fallback, fallback), source.Substitutions)
    {
    }

    // The merge of the whole chain is made here once, so that every getter is a plain walk down one tree.
    private Config(HoconValue own, Config? fallback, IEnumerable<HoconSubstitution> substitutions)
    {
        _own = own;
        Fallback = fallback;
        Substitutions = substitutions;
        _merged = fallback is null ? own : own.WithFallback(fallback._merged);
    }

    /// <summary>What serves where this configuration has no value of its own; null where there is no such thing.</summary>
    public Config? Fallback { get; }

    /// <summary>Whether there is no key, neither here nor in the fallbacks.</summary>
    public virtual bool IsEmpty => _merged.IsEmpty;

    /// <summary>All values, those of the fallbacks included.</summary>
    public virtual HoconValue Root => _merged;

    /// <summary>The substitutions of the text that this was read from, without those of the fallbacks.</summary>
    public IEnumerable<HoconSubstitution> Substitutions { get; set; }

    /// <summary>Puts a configuration over one that is still to be read.</summary>
    public static Config operator +(Config config, string fallback)
    {
        ArgumentNullException.ThrowIfNull(config);
        return config.WithFallback(ConfigurationFactory.ParseString(fallback));
    }

    /// <summary>Puts a configuration that is still to be read over another one.</summary>
    public static Config operator +(string configHocon, Config? fallbackConfig) =>
        ConfigurationFactory.ParseString(configHocon).WithFallback(fallbackConfig);

    /// <summary>Reads a text, as <see cref="ConfigurationFactory.ParseString(string)"/> does.</summary>
    public static implicit operator Config(string str) => ConfigurationFactory.ParseString(str);

    /// <summary>
    /// This configuration over another: what this one has no value for is looked up there. Objects are merged at every
    /// depth; every other value hides the one below it whole, null too.
    /// </summary>
    /// <param name="fallback">It goes below the fallbacks that this one has already; null adds nothing.</param>
    /// <exception cref="ArgumentException">It is this same configuration.</exception>
    public virtual Config WithFallback(Config? fallback)
    {
        if (ReferenceEquals(fallback, this)) throw new ArgumentException("A configuration cannot be its own fallback.", nameof(fallback));
        return fallback is null ? this : new Config(this, fallback);
    }

    /// <summary>Whether there is a value at a path. A null is a value, and an empty object too.</summary>
    public virtual bool HasPath(string path) => GetValue(path) is not null;

    /// <summary>The value at a path; null where there is none.</summary>
    public HoconValue? GetValue(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        return Walk(_merged, HoconPath.Split(path));
    }

    /// <summary>
    /// The part of the configuration below a path, with the same part of every fallback; null where there is no value, or null.
    /// </summary>
    /// <exception cref="ConfigurationException">The value is not an object.</exception>
    public virtual Config? GetConfig(string path)
    {
        if (GetValue(path) is not { IsNull: false } value) return null;
        return value.IsObject() ? Part(HoconPath.Split(path)) : throw Reading.Unfit(value, path, "an object");
    }

    /// <summary>The keys of the root with their values, each key once: first those of this configuration, then those of the fallbacks.</summary>
    public virtual IEnumerable<KeyValuePair<string, HoconValue>> AsEnumerable() =>
        _merged.GetObject() is { } root ? root.Items : [];

    /// <summary>This configuration as HOCON that reads back, without its fallbacks.</summary>
    public override string ToString() => ToString(includeFallback: false);

    /// <summary>This configuration as HOCON that reads back.</summary>
    /// <param name="includeFallback">Whether what only the fallbacks have is written too.</param>
    public string ToString(bool includeFallback)
    {
        var value = includeFallback ? _merged : _own;
        return value.GetObject() is { } root ? Renderer.RenderDocument(root) : value.ToString();
    }

    private static Config? Chain(Config? first, Config? last)
    {
        if (first is null) return last;
        return last is null ? first : new Config(first, last);
    }

    private static HoconValue? Walk(HoconValue from, string[] keys)
    {
        HoconValue? value = from;
        foreach (var key in keys) value = value?.GetChildObject(key);
        return value;
    }

    /// <summary>The part below a path; null where the merged value there is not an object, as that hides the objects of the fallbacks.</summary>
    private Config? Part(string[] keys)
    {
        if (Walk(_merged, keys) is not { } merged || !merged.IsObject()) return null;
        var below = Fallback?.Part(keys);
        return Walk(_own, keys) is { } own ? new Config(own, below, Substitutions) : below;
    }
}
