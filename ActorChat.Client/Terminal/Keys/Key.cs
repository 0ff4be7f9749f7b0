namespace ActorChat.Client.Terminal.Keys;

/// <summary>One key, or the text of several that came together.</summary>
/// <param name="Kind">What it means.</param>
/// <param name="Text">Of <see cref="KeyKind.Text"/> and <see cref="KeyKind.Paste"/>; otherwise empty.</param>
internal readonly record struct Key(KeyKind Kind, string Text = "");
