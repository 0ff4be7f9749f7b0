namespace ActorChat.Server.Chat.Accounts.Passwords;

/// <summary>
/// Limits attempts at passwords, for each address and each account. An owner's own address is not held up by what others try with the account.
/// Pure; keeps no more than it has room for.
/// </summary>
/// <param name="rate">The rate of wrong passwords, of each address and of each account.</param>
/// <param name="capacity">The number of addresses, and of accounts, that it remembers.</param>
internal sealed class AttemptLimiter(Rate rate, int capacity = 100_000)
{
    private readonly Dictionary<string, TokenBucket> _byAddress = [];
    private readonly Dictionary<string, TokenBucket> _byAccount = [];
    private readonly Dictionary<string, string> _ownersAddress = [];

    /// <summary>Begins an attempt, which counts unless it succeeds. False if it must wait.</summary>
    /// <param name="address">Where it comes from.</param>
    /// <param name="account">The account.</param>
    /// <param name="now">On a clock that begins at zero and does not go back.</param>
    /// <param name="until">When the next attempt may be made.</param>
    public bool TryBegin(string address, string account, TimeSpan now, out TimeSpan until)
    {
        var isOwners = _ownersAddress.GetValueOrDefault(account) == address;
        var byAccount = isOwners ? TimeSpan.Zero : NextAt(_byAccount, account, now);
        var byAddress = NextAt(_byAddress, address, now);
        until = byAccount > byAddress ? byAccount : byAddress;
        if (until > now)
            return false;
        Charge(_byAddress, address, rate.Interval, now);
        Charge(_byAccount, account, rate.Interval, now);
        return true;
    }

    /// <summary>Takes back an attempt that has succeeded.</summary>
    public void Succeed(string address, string account, TimeSpan now)
    {
        Charge(_byAddress, address, -rate.Interval, now);
        Charge(_byAccount, account, -rate.Interval, now);
        Trust(address, account);
    }

    /// <summary>Notes that an account's owner is at this address: then others' attempts do not count there.</summary>
    public void Trust(string address, string account)
    {
        if (_ownersAddress.Count < capacity || _ownersAddress.ContainsKey(account))
            _ownersAddress[account] = address;
    }

    // Refuses strangers where there is no room: forgetting others would help whoever has filled it.
    private TimeSpan NextAt(Dictionary<string, TokenBucket> buckets, string key, TimeSpan now)
    {
        if (buckets.TryGetValue(key, out var bucket))
            return bucket.NextAt(rate);
        if (buckets.Count >= capacity)
            ForgetFull(buckets, now);
        return buckets.Count < capacity ? TimeSpan.Zero : now + rate.Interval;
    }

    private void ForgetFull(Dictionary<string, TokenBucket> buckets, TimeSpan now)
    {
        var full = rate with { Burst = 1 };
        foreach (var (key, _) in buckets.Where(bucket => bucket.Value.NextAt(full) <= now).ToList())
            buckets.Remove(key);
    }

    private static void Charge(Dictionary<string, TokenBucket> buckets, string key, TimeSpan cost, TimeSpan now)
    {
        var bucket = buckets.GetValueOrDefault(key);
        bucket.Charge(cost, now);
        buckets[key] = bucket;
    }
}
