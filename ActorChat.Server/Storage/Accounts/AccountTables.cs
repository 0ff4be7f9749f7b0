using ActorChat.Server.Storage.Sql;

namespace ActorChat.Server.Storage.Accounts;

/// <summary>
/// The table <c>cuentas</c>: names as compared, as shown and as they look; the hash of the password; times in Unix ms. The table
/// <c>privados</c>: messages that wait, by the key of their recipient. The unique columns are more than keys: they are looked for.
/// </summary>
internal static class AccountTables
{
    public static readonly OwnTable Accounts = new(
        "cuentas",
        ["clave", "nombre", "esqueleto", "contrasena", "creada", "ultima_entrada"],
        types => $"""
            clave {types.Name} NOT NULL PRIMARY KEY, nombre {types.Name} NOT NULL, esqueleto {types.Name} NOT NULL,
            contrasena {types.Name} NOT NULL, creada BIGINT NOT NULL, ultima_entrada BIGINT NOT NULL, UNIQUE (esqueleto, clave)
            """);

    // LONGTEXT, as messages have, whatever the largest line.
    public static readonly OwnTable Waiting = new(
        "privados",
        ["id", "destinatario", "autor", "instante", "contenido"],
        types => $"""
            id {types.Id}, destinatario {types.Name} NOT NULL, autor {types.Name} NOT NULL, instante BIGINT NOT NULL,
            contenido LONG{types.Text} NOT NULL, UNIQUE (destinatario, id)
            """);
}
