namespace ActorChat.Client.Consoles;

/// <summary>How data look in a plain stream of lines.</summary>
internal interface IConsoleEventRenderer
{
    /// <summary>The line or lines, each with its end; empty where there is nothing to show.</summary>
    string Render(ConsoleEvent happening);
}
