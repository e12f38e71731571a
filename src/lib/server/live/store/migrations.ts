/**
 * Steps that bring a database up to date, in order; never changed once released, only followed by others. One text
 * for both databases. The room is the first part of every key, so that a distributed engine keeps a room together.
 */
export const MIGRATIONS: readonly { readonly id: string; readonly statements: readonly string[] }[] = [
	{
		id: '0001_rooms',
		statements: [
			`CREATE TABLE room (
				id text PRIMARY KEY,
				host_hash text NOT NULL,
				spec text NOT NULL,
				state text NOT NULL,
				code text,
				secret_hash text NOT NULL,
				current integer,
				rev bigint NOT NULL,
				phase bigint NOT NULL,
				created bigint NOT NULL,
				expires bigint NOT NULL
			)`,
			'CREATE INDEX room_expires ON room (expires)',
			// A table of its own: codes are looked up without knowing the room.
			'CREATE TABLE room_code (code text PRIMARY KEY, room text NOT NULL, expires bigint NOT NULL)',
			`CREATE TABLE participant (
				room text NOT NULL,
				id text NOT NULL,
				token_hash text NOT NULL,
				role integer NOT NULL,
				joined bigint NOT NULL,
				PRIMARY KEY (room, id)
			)`,
			`CREATE TABLE question (
				room text NOT NULL,
				item integer NOT NULL,
				state text NOT NULL,
				round integer NOT NULL,
				ends_at bigint,
				result text,
				held text,
				agreed integer,
				note text NOT NULL,
				note_rev integer NOT NULL,
				PRIMARY KEY (room, item)
			)`,
			// value: NULL after a reset. shown: one bit for each choice of this person that some shown result contains.
			`CREATE TABLE answer (
				room text NOT NULL,
				item integer NOT NULL,
				participant text NOT NULL,
				role integer NOT NULL,
				value integer,
				seq bigint NOT NULL,
				shown integer NOT NULL,
				PRIMARY KEY (room, item, participant)
			)`
		]
	}
];
