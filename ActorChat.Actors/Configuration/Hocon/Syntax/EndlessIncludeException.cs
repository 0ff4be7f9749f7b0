namespace Akka.Configuration.Hocon.Syntax;

/// <summary>Includes led too deep. It travels up to the outermost include, which reports it once, at its own place.</summary>
internal sealed class EndlessIncludeException() : ConfigurationException("the includes are nested too deep");
