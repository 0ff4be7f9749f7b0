namespace ActorChat.Server.Chat;

/// <summary>The reasons of <see cref="ChatEvent.Rejected"/>.</summary>
internal enum RejectReason
{
    /// <summary>The server failed while executing it.</summary>
    Failed,

    /// <summary>No answer came in time. The command may still take effect.</summary>
    TimedOut,

    /// <summary>The database refused the message, so it was not published.</summary>
    NotStored,

    /// <summary>The message has too many bytes.</summary>
    MessageTooLong,

    /// <summary>The message is not valid UTF-8.</summary>
    InvalidUtf8,

    /// <summary>The recipient is not connected.</summary>
    NotConnected,

    /// <summary>A private message lacks its recipient or its text.</summary>
    PrivateMalformed,

    /// <summary>The command does not exist.</summary>
    UnknownCommand,

    /// <summary>The command needs a nickname first.</summary>
    NicknameFirst,

    /// <summary>No such kind of client, or not asked for once and before the nickname.</summary>
    ClientKindRefused,

    /// <summary>The nickname is malformed.</summary>
    NicknameInvalid,

    /// <summary>The nickname could be mistaken for the server.</summary>
    NicknameReserved,

    /// <summary>The nickname, or a confusable one, is in use.</summary>
    NicknameTaken,

    /// <summary>The client has used up its nickname attempts.</summary>
    TooManyNicknames,

    /// <summary>The room's name is malformed or reserved.</summary>
    RoomInvalid,

    /// <summary>The room's name is confusable with that of another room.</summary>
    RoomConfusable,

    /// <summary>The user is not in that room.</summary>
    NotInRoom,

    /// <summary>The message begins with the name of a room that the user is not in, and that of nobody in the current one.</summary>
    RoomNotEntered,

    /// <summary>The user is in no room.</summary>
    InNoRoom,

    /// <summary>The user was put out of the current room, and has not chosen another.</summary>
    NoCurrentRoom,

    /// <summary>The user is in as many rooms as permitted.</summary>
    TooManyRoomsPerUser,

    /// <summary>The server has as many rooms as permitted.</summary>
    TooManyRooms,

    /// <summary>The topic is too long.</summary>
    TopicTooLong,

    /// <summary>A request for history is malformed.</summary>
    HistoryMalformed,

    /// <summary>The history cannot be read now.</summary>
    HistoryUnavailable,

    /// <summary>Too many requests for history wait.</summary>
    HistoryBusy,

    /// <summary>The server admits registered nicknames only.</summary>
    RegistrationRequired,

    /// <summary>The nickname has an account already.</summary>
    AlreadyRegistered,

    /// <summary>The password is wrong, or the nickname has no account.</summary>
    WrongPassword,

    /// <summary>The password has too few characters.</summary>
    PasswordTooShort,

    /// <summary>The password has too many bytes.</summary>
    PasswordTooLong,

    /// <summary>Others could read the password on its way.</summary>
    PasswordNotPrivate,

    /// <summary>There were too many wrong passwords; the subject is the time at which another is looked at.</summary>
    TooManyAttempts,

    /// <summary>Too many passwords wait to be checked.</summary>
    AccountsBusy,

    /// <summary>The database does not work, so nothing about the account has changed.</summary>
    AccountNotStored,

    /// <summary>The form of the command that registers.</summary>
    RegisterUsage,

    /// <summary>The form of the command that identifies.</summary>
    IdentifyUsage,

    /// <summary>The form of the command that replaces a password.</summary>
    PasswordUsage,

    /// <summary>The form of the command that ends an account.</summary>
    UnregisterUsage,

    /// <summary>The form of both commands before login.</summary>
    AccountUsageBeforeLogin,

    /// <summary>As many messages as permitted wait for the recipient.</summary>
    TooManyWaiting,

    /// <summary>The message could not be kept for its recipient.</summary>
    PrivateNotKept,

    /// <summary>The nickname is its owner's now.</summary>
    Displaced,

    /// <summary>A search has no word that is long enough.</summary>
    SearchTooShort,

    /// <summary>A search has too many words.</summary>
    SearchTooLong,

    /// <summary>Too many search at the same time.</summary>
    SearchBusy,

    /// <summary>A search was broken off.</summary>
    SearchTooSlow,

    /// <summary>Nothing can be searched now.</summary>
    SearchUnavailable,

    /// <summary>The order needs a user who is identified.</summary>
    OrderNeedsAccount,

    /// <summary>The user has no right to give that order.</summary>
    OrderNotPermitted,

    /// <summary>What should be a nickname is none.</summary>
    SubjectInvalid,

    /// <summary>The order is about its giver.</summary>
    SubjectIsSelf,

    /// <summary>The order is about somebody of the same rank or a higher one.</summary>
    SubjectOutranks,

    /// <summary>The person concerned is not in the room.</summary>
    SubjectNotInRoom,

    /// <summary>The person concerned is not in the room, or not identified.</summary>
    SubjectNotIdentified,

    /// <summary>What should be a network is none.</summary>
    MaskInvalid,

    /// <summary>The network has bits behind its mask; the subject is the network without them.</summary>
    MaskInexact,

    /// <summary>The network has too many addresses.</summary>
    MaskTooWide,

    /// <summary>What should be a duration is none.</summary>
    DurationInvalid,

    /// <summary>There is no such ban or mute.</summary>
    NotSanctioned,

    /// <summary>There are as many bans or mutes as permitted.</summary>
    TooManySanctions,

    /// <summary>The person is an operator of the room already.</summary>
    IsOperatorAlready,

    /// <summary>The person is no operator of the room.</summary>
    IsNoOperator,

    /// <summary>The room is for identified users only.</summary>
    RegisteredOnly,

    /// <summary>The topic of this room is set by those in charge of it.</summary>
    TopicNotPermitted,

    /// <summary>There is no such room.</summary>
    RoomUnknown,

    /// <summary>A request of a program is no JSON object.</summary>
    RequestInvalid,

    /// <summary>A request of a program has no known type.</summary>
    RequestUnknown,

    /// <summary>A field of a request is missing, or has a value that it cannot have.</summary>
    RequestFieldInvalid,

    /// <summary>Another message of the same author has this mark.</summary>
    MarkReused,

    /// <summary>An order could not be stored, so it was not carried out.</summary>
    OrderNotStored,
}
