using Akka.Configuration;

namespace Akka.Actor;

/// <summary>Reads the phases of a coordinated shutdown and puts them in order, each after those it depends on.</summary>
internal static class ShutdownPhases
{
    /// <exception cref="ConfigurationException">The phases depend on each other in a circle.</exception>
    public static IReadOnlyList<ShutdownPhase> Read(Config config)
    {
        var defaultTimeout = config.GetTimeSpan("default-phase-timeout", TimeSpan.FromSeconds(5));
        var phases = config.GetConfig("phases") ?? Config.Empty;
        var names = phases.AsEnumerable().Select(pair => pair.Key).ToList();
        var dependencies = names.ToDictionary(name => name, name => phases.HasPath(name + ".depends-on") ? phases.GetStringList(name + ".depends-on") : []);
        return [.. Sort(dependencies).Select(name => new ShutdownPhase(
            name, phases.GetTimeSpan(name + ".timeout", defaultTimeout), phases.GetBoolean(name + ".recover", true)))];
    }

    private static List<string> Sort(Dictionary<string, IList<string>> dependencies)
    {
        var sorted = new List<string>();
        var open = new HashSet<string>();
        foreach (var name in dependencies.Keys)
            Visit(name);
        return sorted;

        void Visit(string name)
        {
            if (sorted.Contains(name))
                return;
            if (!open.Add(name))
                throw new ConfigurationException($"Cycle detected in graph of phases: [{name}] depends on itself.");
            foreach (var before in dependencies.GetValueOrDefault(name, []))
                Visit(before);
            sorted.Add(name);
        }
    }
}
