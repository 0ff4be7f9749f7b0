// All words of the page, in both languages.

export const lang = navigator.language.toLowerCase().startsWith('es') ? 'es' : 'en';

// Of people who read neither language the dates are in the page's, the hours as they are used to.
const locale = navigator.language.toLowerCase().startsWith(lang) ? navigator.language : lang;

const number = new Intl.NumberFormat(lang);

/** @param {number} n */
export const count = n => number.format(n);

/** @param {number} n @param {string} one @param {string} many */
const some = (n, one, many) => `${count(n)} ${n === 1 ? one : many}`;

/** @param {string[]} names */
const list = names => new Intl.ListFormat(lang, { type: 'conjunction' }).format(names);

/** @param {string[]} names @param {number} others @param {string} one @param {string} many */
function people(names, others, one, many) {
  const rest = names.length > 3 ? names.length - 2 + others : others;
  const shown = names.length > 3 ? names.slice(0, 2) : names;
  return list(rest > 0 ? [...shown, some(rest, one, many)] : shown);
}

const es = {
  login: {
    lead: 'Elige un nickname y entra a conversar.', nick: 'Nickname', nickHint: 'Hasta 32 letras, dígitos, guiones o puntos.', password: 'Clave',
    go: 'Entrar', register: 'Registrar y entrar', connecting: 'Conectando…', noServer: 'No se llega al servidor. Se vuelve a intentar…',
    held: 'Tu conexión anterior aún ocupa ese nickname. Se vuelve a intentar…', other: 'Elegir otro nickname',
  },
  skip: 'Ir a escribir', rooms: 'Salas', privates: 'Privados', noPrivates: 'Elige a alguien de la lista para hablar a solas.',
  addRoom: 'Entrar en otra sala', closeDrawer: 'Cerrar', notify: 'Avisos', notifyOn: 'Activar los avisos', notifyOff: 'Quitar los avisos',
  help: 'Ayuda y teclas', leave: 'Salir del chat', showRooms: 'Ver las salas', showPeople: 'Quién está', people: 'Quién está',
  search: 'Buscar', editTopic: 'Cambiar el tema', part: 'Dejar la sala', closePrivate: 'Cerrar la conversación',
  moreMembers: 'Ver más', nav: 'Salas y conversaciones', noTopic: 'Sin tema', privateWith: 'Conversación privada',
  /** @param {string} name */ messagesOf: name => `Mensajes de ${name}`,
  /** @param {string} name */ writeIn: name => `Escribe en ${name}`,
  /** @param {string} name */ writeTo: name => `Escribe a ${name}`,
  /** @param {string} name */ talkTo: name => `Hablar a solas con ${name}`,
  /** @param {number} n */ unread: n => some(n, 'sin leer', 'sin leer'),
  called: 'te han nombrado', send: 'Enviar', choices: 'Para completar', you: 'tú',
  today: 'Hoy', yesterday: 'Ayer', newLine: 'Nuevo', loading: 'Cargando…', loadMissing: 'Cargar lo que falta',
  beginning: 'Aquí empieza la sala.', emptyRoom: 'Aún no se ha dicho nada', emptyRoomHint: 'Escribe el primer mensaje.',
  noRoom: 'No estás en ninguna sala', noRoomHint: 'Entra en una con el botón + de la lista, o con /entrar SALA.',
  /** @param {string} name */ emptyPrivate: name => `A solas con ${name}`,
  emptyPrivateHint: 'Lo que escribas aquí solo lo leeréis los dos. No queda en el historial del servidor.',
  /** @param {string[]} names @param {number} others @param {boolean} login */
  came: (names, others, login) => `${names.length + others === 1
    ? login ? 'Se ha conectado' : 'Ha entrado'
    : login ? 'Se han conectado' : 'Han entrado'}: ${people(names, others, 'persona', 'personas')}`,
  /** @param {string[]} names @param {number} others @param {boolean} login */
  left: (names, others, login) => `${names.length + others === 1
    ? login ? 'Se ha desconectado' : 'Ha salido'
    : login ? 'Se han desconectado' : 'Han salido'}: ${people(names, others, 'persona', 'personas')}`,
  /** @param {string} nick @param {string} topic */
  topicSet: (nick, topic) => topic ? `${nick} ha puesto el tema: ${topic}` : `${nick} ha quitado el tema`,
  waiting: 'Pendiente de enviar', sending: 'Enviando…', failed: 'No enviado', unsure: 'No se sabe si llegó', kept: 'Se entregará cuando vuelva',
  again: 'Reintentar', takeBack: 'Editar', discard: 'Descartar',
  /** @param {number} n */ below: n => n > 0 ? some(n, 'mensaje nuevo', 'mensajes nuevos') : 'Ir al final',
  /** @param {number} n */ above: n => `${some(n, 'mensaje', 'mensajes')} sin leer`,
  offline: 'Sin conexión. Lo que escribas se enviará al volver.', reconnecting: 'Reconectando…',
  /** @param {number} s */ retryIn: s => `Sin conexión. Nuevo intento en ${s} s.`,
  retry: 'Reintentar ya', ended: 'Has salido del chat.', comeBack: 'Volver a entrar',
  notIn: 'Ya no estás en esta sala.', joinAgain: 'Volver a entrar', close: 'Cerrar',
  needsConnection: 'Los comandos necesitan conexión: lo escrito se queda aquí.', tooMany: 'Hay demasiados mensajes sin enviar.',
  /** @param {string} text */ lostCommand: text => `Se perdió la conexión: no se sabe si se hizo ${text}`,
  /** @param {string} name @param {number} n */ burst: (name, n) => `${some(n, 'mensaje nuevo', 'mensajes nuevos')} en ${name}`,
  /** @param {string} nick */ privateFrom: nick => `${nick}, en privado`,
  connectedAgain: 'Conectado de nuevo.',
  /** @param {{[field: string]: any}} answer to a command, of which the server gives no words @returns {string} */
  answer: answer => answer.about === 'nick' ? `Tu nickname es ${answer.nick}.`
    : answer.about === 'topic' ? answer.text ? `Tema: ${answer.text}` : 'La sala no tiene tema; ponlo con /tema TEXTO.'
      : `Estás en: ${list(answer.rooms)}.`,
  joinTitle: 'Salas', roomName: 'Nombre de la sala', join: 'Entrar', joinHint: 'Si no existe, se crea.', noRooms: 'No hay más salas.',
  /** @param {number} n */ members: n => some(n, 'persona', 'personas'),
  inIt: 'Estás en ella', more: 'Ver más',
  searchTitle: 'Buscar', searchLabel: 'Palabras', searchHint: 'Busca en tus salas: palabras enteras, de tres letras o más.',
  nothingFound: 'No se ha encontrado nada.',
  /** @param {number} percent */ indexed: percent => `La búsqueda se está poniendo al día (${percent} %).`,
  /** @param {number} n */ found: n => some(n, 'resultado', 'resultados'),
  topicTitle: 'Tema de la sala', topicLabel: 'Tema', save: 'Guardar', cancel: 'Cancelar', topicHint: 'Vacío, se quita.',
  leaveTitle: '¿Salir del chat?', leaveText: 'Se cierra la conexión. Los mensajes sin enviar y las conversaciones privadas de esta página se borran.',
  helpTitle: 'Ayuda', keysTitle: 'Teclas', commandsTitle: 'Comandos',
  helpCommands: 'Escribe /ayuda para ver todos los comandos, o / para elegir uno. #nombre texto envía un mensaje privado.',
  keys: /** @type {[string, string][]} */ ([
    ['Intro', 'Enviar'], ['Mayús + Intro', 'Otra línea: cada una es un mensaje'], ['Tab', 'Completar un comando o un nombre'],
    ['↑', 'En el cuadro vacío: lo último que escribiste'], ['Alt + ↑ · Alt + ↓', 'Sala anterior, siguiente'],
    ['Alt + Mayús + ↑ · ↓', 'Sala con mensajes sin leer'], ['Re Pág · Av Pág', 'Desplazar los mensajes'],
    ['Ctrl + K', 'Buscar'], ['Ctrl + J', 'Otra sala'], ['F1', 'Esta ayuda'], ['Esc', 'Cerrar lo abierto, o ir al final. Nunca borra lo escrito'],
  ]),
  commands: /** @type {[string, string][]} */ ([
    ['/ayuda', 'ver los comandos'], ['/entrar', 'SALA · entrar en una sala'], ['/dejar', '[SALA] · salir de una sala'], ['/salas', 'ver las salas'],
    ['/listar', 'quién está'], ['/tema', '[TEXTO] · ver o poner el tema'], ['/buscar', 'TEXTO · buscar'], ['/historial', '[N] [SALA] · lo anterior'],
    ['/identificar', 'CLAVE · identificarte'], ['/registrar', 'CLAVE · registrar tu nickname'], ['/clave', 'VIEJA NUEVA · cambiar la clave'],
    ['/baja', 'CLAVE · dejar libre tu nickname'], ['/hora', 'la hora del servidor'], ['/expulsar', 'NOMBRE [razón]'],
    ['/vetar', 'NOMBRE|RED [2h] [razón]'], ['/desvetar', 'NOMBRE|RED'], ['/vetos', 'ver vetos y silencios'], ['/silenciar', 'NOMBRE [10m] [razón]'],
    ['/dessilenciar', 'NOMBRE'], ['/lento', 'SEGUNDOS'], ['/solo-registrados', 'on|off'], ['/operador', 'NOMBRE'],
    ['/quitar-operador', 'NOMBRE'], ['/avisar', 'TEXTO · a todo el servidor'], ['/salir', 'salir del chat'],
  ]),
};

/** @type {typeof es} */
const en = {
  login: {
    lead: 'Choose a nickname and join the conversation.', nick: 'Nickname', nickHint: 'Up to 32 letters, digits, hyphens or dots.', password: 'Password',
    go: 'Join', register: 'Register and join', connecting: 'Connecting…', noServer: 'The server cannot be reached. Trying again…',
    held: 'Your previous connection still holds that nickname. Trying again…', other: 'Choose another nickname',
  },
  skip: 'Skip to writing', rooms: 'Rooms', privates: 'Private', noPrivates: 'Choose somebody from the list to talk in private.',
  addRoom: 'Join another room', closeDrawer: 'Close', notify: 'Notifications', notifyOn: 'Turn notifications on', notifyOff: 'Turn notifications off',
  help: 'Help and keys', leave: 'Leave the chat', showRooms: 'Show the rooms', showPeople: 'Who is here', people: 'Who is here',
  search: 'Search', editTopic: 'Change the topic', part: 'Leave the room', closePrivate: 'Close the conversation',
  moreMembers: 'Show more', nav: 'Rooms and conversations', noTopic: 'No topic', privateWith: 'Private conversation',
  messagesOf: name => `Messages of ${name}`,
  writeIn: name => `Write in ${name}`,
  writeTo: name => `Write to ${name}`,
  talkTo: name => `Talk in private with ${name}`,
  unread: n => `${count(n)} unread`,
  called: 'you were mentioned', send: 'Send', choices: 'To complete', you: 'you',
  today: 'Today', yesterday: 'Yesterday', newLine: 'New', loading: 'Loading…', loadMissing: 'Load what is missing',
  beginning: 'The room begins here.', emptyRoom: 'Nothing has been said yet', emptyRoomHint: 'Write the first message.',
  noRoom: 'You are in no room', noRoomHint: 'Join one with the + of the list, or with /join ROOM.',
  emptyPrivate: name => `Just you and ${name}`,
  emptyPrivateHint: 'Only the two of you read what is written here. The server keeps no history of it.',
  came: (names, others, login) => `${login ? 'Connected' : 'Joined'}: ${people(names, others, 'person', 'people')}`,
  left: (names, others, login) => `${login ? 'Disconnected' : 'Left'}: ${people(names, others, 'person', 'people')}`,
  topicSet: (nick, topic) => topic ? `${nick} set the topic: ${topic}` : `${nick} removed the topic`,
  waiting: 'Waiting to be sent', sending: 'Sending…', failed: 'Not sent', unsure: 'It may not have arrived', kept: 'Delivered on their return',
  again: 'Try again', takeBack: 'Edit', discard: 'Discard',
  below: n => n > 0 ? some(n, 'new message', 'new messages') : 'Go to the end',
  above: n => `${some(n, 'unread message', 'unread messages')}`,
  offline: 'No connection. What you write is sent on return.', reconnecting: 'Reconnecting…',
  retryIn: s => `No connection. Next attempt in ${s} s.`,
  retry: 'Try now', ended: 'You have left the chat.', comeBack: 'Join again',
  notIn: 'You are no longer in this room.', joinAgain: 'Join again', close: 'Close',
  needsConnection: 'Commands need a connection: what you typed stays here.', tooMany: 'Too many messages are waiting to be sent.',
  lostCommand: text => `The connection was lost: it is not known whether this was done: ${text}`,
  burst: (name, n) => `${some(n, 'new message', 'new messages')} in ${name}`,
  privateFrom: nick => `${nick}, in private`,
  connectedAgain: 'Connected again.',
  answer: answer => answer.about === 'nick' ? `Your nickname is ${answer.nick}.`
    : answer.about === 'topic' ? answer.text ? `Topic: ${answer.text}` : 'The room has no topic; set one with /topic TEXT.'
      : `You are in: ${list(answer.rooms)}.`,
  joinTitle: 'Rooms', roomName: 'Name of the room', join: 'Join', joinHint: 'It is created if there is none.', noRooms: 'There are no other rooms.',
  members: n => some(n, 'person', 'people'),
  inIt: 'You are in it', more: 'Show more',
  searchTitle: 'Search', searchLabel: 'Words', searchHint: 'Searches your rooms: whole words of three letters or more.',
  nothingFound: 'Nothing was found.', indexed: percent => `The search is catching up (${percent} %).`,
  found: n => some(n, 'result', 'results'),
  topicTitle: 'Topic of the room', topicLabel: 'Topic', save: 'Save', cancel: 'Cancel', topicHint: 'Leave it empty to remove it.',
  leaveTitle: 'Leave the chat?', leaveText: 'The connection is closed. Unsent messages and this page’s private conversations are deleted.',
  helpTitle: 'Help', keysTitle: 'Keys', commandsTitle: 'Commands',
  helpCommands: 'Write /help to see all commands, or / to choose one. #name text sends a private message.',
  keys: [
    ['Enter', 'Send'], ['Shift + Enter', 'Another line: each is a message'], ['Tab', 'Complete a command or a name'],
    ['↑', 'In the empty box: what you wrote last'], ['Alt + ↑ · Alt + ↓', 'Previous room, next room'],
    ['Alt + Shift + ↑ · ↓', 'Room with unread messages'], ['Page Up · Page Down', 'Scroll the messages'],
    ['Ctrl + K', 'Search'], ['Ctrl + J', 'Another room'], ['F1', 'This help'],
    ['Esc', 'Close what is open, or go to the end. Never deletes what is typed'],
  ],
  commands: [
    ['/help', 'show the commands'], ['/join', 'ROOM · join a room'], ['/part', '[ROOM] · leave a room'], ['/rooms', 'show the rooms'],
    ['/list', 'who is here'], ['/topic', '[TEXT] · show or set the topic'], ['/search', 'TEXT · search'],
    ['/history', '[N] [ROOM] · what was before'],
    ['/identify', 'PASSWORD · prove who you are'], ['/register', 'PASSWORD · register your nickname'], ['/password', 'OLD NEW · change the password'],
    ['/unregister', 'PASSWORD · give your nickname up'], ['/time', 'the time of the server'], ['/kick', 'NAME [reason]'],
    ['/ban', 'NAME|NETWORK [2h] [reason]'], ['/unban', 'NAME|NETWORK'], ['/bans', 'show bans and mutes'], ['/mute', 'NAME [10m] [reason]'],
    ['/unmute', 'NAME'], ['/slow', 'SECONDS'], ['/registered-only', 'on|off'], ['/op', 'NAME'],
    ['/deop', 'NAME'], ['/announce', 'TEXT · to the whole server'], ['/quit', 'leave the chat'],
  ],
};

export const t = lang === 'es' ? es : en;

const time = new Intl.DateTimeFormat(navigator.language, { hour: '2-digit', minute: '2-digit' });
const full = new Intl.DateTimeFormat(locale, { dateStyle: 'full', timeStyle: 'medium' });
const short = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' });
const day = new Intl.DateTimeFormat(locale, { weekday: 'long', day: 'numeric', month: 'long' });
const dayOfYear = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'long', year: 'numeric' });

/** @param {number} at */
export const timeOf = at => time.format(at);

/** @param {number} at */
export const fullTime = at => full.format(at);

/** @param {number} at */
export const shortTime = at => short.format(at);

/** @param {number} at */
export function dayOf(at) {
  const midnight = new Date().setHours(0, 0, 0, 0);
  if (at >= midnight)
    return t.today;
  if (at >= new Date(midnight - 3_600_000).setHours(0, 0, 0, 0))
    return t.yesterday;
  const format = new Date(at).getFullYear() === new Date().getFullYear() ? day : dayOfYear;
  const text = format.format(at);
  return text[0].toUpperCase() + text.slice(1);
}
