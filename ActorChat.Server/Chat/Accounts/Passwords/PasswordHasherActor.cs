using Akka.Actor;

namespace ActorChat.Server.Chat.Accounts.Passwords;

/// <summary>Checks and hashes passwords for <see cref="AccountsActor"/>, its parent, on a thread of its own.</summary>
internal sealed class PasswordHasherActor : ReceiveActor
{
    public PasswordHasherActor(IPasswordHasher hasher) => Receive<CheckPassword>(check => Context.Parent.Tell(Check(check, hasher)));

    public static Props PropsFor(IPasswordHasher hasher, string dispatcher) => Props.Create<PasswordHasherActor>(hasher).WithDispatcher(dispatcher);

    private static PasswordChecked Check(CheckPassword check, IPasswordHasher hasher)
    {
        if (check.Password is not { } password)
            return new PasswordChecked(check.Request, IsRight: true, hasher.Hash(check.NewPassword!));
        if (check.Hash is not { } hash)
        {
            // Takes the time that it takes for an account: nobody learns by it which there are.
            hasher.Hash(password);
            return new PasswordChecked(check.Request, IsRight: false, NewHash: null);
        }

        if (!hasher.Matches(password, hash))
            return new PasswordChecked(check.Request, IsRight: false, NewHash: null);
        var toHash = check.NewPassword ?? (hasher.IsWeak(hash) ? password : null);
        return new PasswordChecked(check.Request, IsRight: true, toHash is null ? null : hasher.Hash(toHash));
    }
}

/// <summary>Checks a password, and hashes another. Answered by <see cref="PasswordChecked"/>.</summary>
/// <param name="Request">Returned in the answer.</param>
/// <param name="Password">To be checked; null for none, and then there is a new one.</param>
/// <param name="Hash">The hash to check against; null where there is no account.</param>
/// <param name="NewPassword">To be hashed if the check succeeds; null for none.</param>
internal sealed record CheckPassword(long Request, string? Password, string? Hash, string? NewPassword)
{
    /// <summary>Shows no password.</summary>
    public override string ToString() => $"CheckPassword {{ Request = {Request} }}";
}

/// <param name="Request">The request.</param>
/// <param name="IsRight">Whether the password is right.</param>
/// <param name="NewHash">The hash of the new password, or a stronger one of the old; null for none.</param>
internal sealed record PasswordChecked(long Request, bool IsRight, string? NewHash)
{
    /// <summary>Shows no hash.</summary>
    public override string ToString() => $"PasswordChecked {{ Request = {Request}, IsRight = {IsRight} }}";
}
