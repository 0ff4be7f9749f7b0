using ActorChat.Client;

namespace ActorChat.Tests.Client.Support;

/// <summary>What a finished client has left behind.</summary>
internal sealed record ClientRun(ExitCode Code, string Output, string Errors)
{
    /// <summary>Asserts success without a complaint.</summary>
    public void IsDone()
    {
        Assert.Equal("", Errors);
        Assert.Equal(ExitCode.Done, Code);
    }

    /// <summary>Asserts a failure that is explained on exactly one line, which contains <paramref name="part"/>.</summary>
    public void Failed(ExitCode code, string part)
    {
        Assert.StartsWith("[ERROR] ", Errors, StringComparison.Ordinal);
        Assert.Contains(part, Errors, StringComparison.Ordinal);
        Assert.Equal(Errors.Length - 1, Errors.IndexOf('\n', StringComparison.Ordinal));
        Assert.Equal(code, Code);
    }
}
