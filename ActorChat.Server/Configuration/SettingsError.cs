using ActorChat.Server.Resources;

namespace ActorChat.Server.Configuration;

/// <summary>A mistake in the settings, told once the language is known: one line, without <c>[ERROR]</c>.</summary>
internal delegate string SettingsError(Texts texts);
