namespace Akka.Configuration;

/// <summary>Types that the configuration names: loggers, strategies, schedulers, dispatchers.</summary>
internal static class ConfiguredTypes
{
    /// <summary>The type of a name such as <c>Namespace.Type, Assembly</c>; null where there is none.</summary>
    /// <remarks>
    /// Where the named assembly does not exist, any loaded one that has the type will do: the names in a configuration are those
    /// of the official packages (<c>Akka.TestKit.TestScheduler, Akka.TestKit</c>), whose types are elsewhere here.
    /// </remarks>
    public static Type? Find(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return Type.GetType(name) ?? FindLoaded(name.Split(',')[0].Trim());
    }

    private static Type? FindLoaded(string fullName) =>
        AppDomain.CurrentDomain.GetAssemblies().Select(assembly => assembly.GetType(fullName)).FirstOrDefault(type => type is not null);
}
