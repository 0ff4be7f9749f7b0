using ActorChat.Server.Resources;

namespace ActorChat.Server.Configuration;

/// <summary>A mistake in the settings, to be told once the language is known: one line, without <c>[ERROR]</c>.</summary>
internal delegate string Complaint(Texts texts);
