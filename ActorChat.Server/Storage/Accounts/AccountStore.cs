using System.Text;
using ActorChat.Server.Storage.Errors;
using ActorChat.Server.Storage.Sql;

namespace ActorChat.Server.Storage.Accounts;

/// <summary>Accounts in a database of either kind. Owns its session.</summary>
internal sealed class AccountStore(SqlSession session) : IAccountStore
{
    public IReadOnlyList<string> Names() => session.Read(() => session.Query("SELECT nombre FROM cuentas"));

    public Account? Find(string key) => session.Read(() => session.Query(
        "SELECT nombre, esqueleto, contrasena, creada, ultima_entrada FROM cuentas WHERE clave = @k",
        row => new Account(key, row.Text(0), row.Text(1), row.Text(2), row.Number(3), row.Number(4)),
        ("@k", key)).SingleOrDefault());

    public bool TryAdd(Account account)
    {
        var isFree = false;
        try
        {
            session.Write(() =>
            {
                isFree = !HasAccount(account.Key) && !HasLookAlike(account);
                if (isFree)
                    Insert(account);
            });
        }
        catch (WriteException taken) when (taken.Error == WriteError.UnfitValue && Find(account.Key) is not null)
        {
            // Another server has been faster, which the key has found out.
            return false;
        }

        return isFree;
    }

    public bool TrySetPassword(string key, string hash) =>
        TryChange(() => session.Execute("UPDATE cuentas SET contrasena = @h WHERE clave = @k", ("@h", hash), ("@k", key)), key);

    public void NoteLogin(string key, long instant, string? hash) => session.Write(() => session.Execute(
        "UPDATE cuentas SET ultima_entrada = @i, contrasena = COALESCE(@h, contrasena) WHERE clave = @k", ("@i", instant), ("@h", hash), ("@k", key)));

    public bool TryRemove(string key) => TryChange(
        () =>
        {
            session.Execute("DELETE FROM privados WHERE destinatario = @k", ("@k", key));
            session.Execute("DELETE FROM cuentas WHERE clave = @k", ("@k", key));
        },
        key);

    public KeepResult Keep(WaitingMessage message, int max, long since)
    {
        var result = KeepResult.Kept;
        session.Write(() =>
        {
            result = !HasAccount(message.To) ? KeepResult.NoAccount : CountWaiting(message.To, since) >= max ? KeepResult.Full : KeepResult.Kept;
            if (result == KeepResult.Kept)
                Insert(message);
        });
        return result;
    }

    public IReadOnlyList<WaitingMessage> Waiting(string key, long since, int count) => session.Read(() => session.Query(
        "SELECT id, autor, instante, contenido FROM privados WHERE destinatario = @k AND instante >= @s ORDER BY id LIMIT @c",
        row => new WaitingMessage(row.Number(0), key, row.Text(1), row.Number(2), row.Text(3)),
        ("@k", key),
        ("@s", since),
        ("@c", (long)count)));

    public void RemoveDelivered(string key, long lastId) => session.Write(() =>
        session.Execute("DELETE FROM privados WHERE destinatario = @k AND id <= @i", ("@k", key), ("@i", lastId)));

    public void RemoveExpired(long before) => session.Write(() => session.Execute("DELETE FROM privados WHERE instante < @b", ("@b", before)));

    public void Dispose() => session.Close();

    // An update that changes nothing may find no row in MySQL: so the row is looked for before.
    private bool TryChange(Action change, string key)
    {
        var isThere = false;
        session.Write(() =>
        {
            isThere = HasAccount(key);
            if (isThere)
                change();
        });
        return isThere;
    }

    private bool HasAccount(string key) => session.Any("SELECT 1 FROM cuentas WHERE clave = @k", ("@k", key));

    private bool HasLookAlike(Account account) => session.Query("SELECT nombre FROM cuentas WHERE esqueleto = @s", row => row.Text(0), ("@s", account.Skeleton))
        .Exists(name => !Ascii.IsValid(name) || !Ascii.IsValid(account.Name));

    private long CountWaiting(string key, long since) => session.Number(
        "SELECT COUNT(*) FROM privados WHERE destinatario = @k AND instante >= @s", ("@k", key), ("@s", since));

    private void Insert(Account account) => session.Execute(
        "INSERT INTO cuentas (clave, nombre, esqueleto, contrasena, creada, ultima_entrada) VALUES (@k, @n, @s, @h, @c, @l)",
        ("@k", account.Key),
        ("@n", account.Name),
        ("@s", account.Skeleton),
        ("@h", account.Hash),
        ("@c", account.CreatedAt),
        ("@l", account.LastLogin));

    private void Insert(WaitingMessage message) => session.Execute(
        "INSERT INTO privados (destinatario, autor, instante, contenido) VALUES (@k, @a, @i, @t)",
        ("@k", message.To),
        ("@a", message.From),
        ("@i", message.Instant),
        ("@t", message.Text));
}
