import type { Uuid } from '../../kernel/index.ts';
import type { Tx } from '../postgres/index.ts';

/** What has come of a file so far: `received` of `size` bytes. */
export type StoredUpload = {
  id: Uuid;
  name: string;
  size: number;
  received: number;
  expiresAt: Date;
  /** Its key, where it is to be a sealed file: then name and pieces are sealed as well. */
  kept: string | null;
};

const insert = {
  name: 'upload.insert',
  text: `insert into upload (city, id, seat, name, size, created_at, expires_at, kept) values ($1, $2, $3, $4, $5, $6, $7, $8)`,
};
type NewUpload = Omit<StoredUpload, 'received'> & { seat: Uuid; createdAt: Date };

/** Begins an upload of which no byte has come. */
export const insertUpload = async (tx: Tx, city: number, u: NewUpload): Promise<void> =>
  void (await tx.run(insert, [city, u.id, u.seat, u.name, u.size, u.createdAt, u.expiresAt, u.kept]));

const find = {
  name: 'upload.find',
  text: `select id, name, size, received, expires_at as "expiresAt", kept from upload where city = $1 and id = $2 and seat = $3`,
};
/** The seat's upload of that id; another seat's is not found. */
export const findUpload = async (tx: Tx, city: number, seat: Uuid, id: Uuid): Promise<StoredUpload | undefined> =>
  (await tx.run<StoredUpload>(find, [city, id, seat]))[0];

const lock = { name: 'upload.lock', text: `${find.text} for update` };
/** As {@link findUpload}, the row locked until the transaction ends, so that its pieces are not taken away meanwhile. */
export const lockUpload = async (tx: Tx, city: number, seat: Uuid, id: Uuid): Promise<StoredUpload | undefined> =>
  (await tx.run<StoredUpload>(lock, [city, id, seat]))[0];

const count = {
  name: 'upload.count',
  text: 'select count(*)::integer as n from upload where city = $1 and seat = $2',
};
/** How many files of the seat are on their way, those that nobody goes on with too until they are swept. */
export const countUploads = async (tx: Tx, city: number, seat: Uuid): Promise<number> =>
  (await tx.run<{ n: number }>(count, [city, seat]))[0]!.n;

const add = {
  name: 'upload.add-piece',
  text: `with moved as (
      update upload set received = received + $6, expires_at = $5
      where city = $1 and id = $2 and received = $3 returning city, id)
    insert into upload_piece (city, upload, place, bytes) select city, id, $3, $4 from moved returning place`,
};
/** Adds the piece that begins at that byte, of `length` bytes of the file; false where the upload does not stand there, or is gone. */
export const addPiece = async (
  tx: Tx,
  city: number,
  id: Uuid,
  piece: { place: number; bytes: Buffer; length: number; expiresAt: Date },
): Promise<boolean> =>
  (await tx.run(add, [city, id, piece.place, piece.bytes, piece.expiresAt, piece.length])).length > 0;

const pieces = {
  name: 'upload.pieces',
  text: 'select place, bytes from upload_piece where city = $1 and upload = $2 order by place',
};
/** All that has come, in order, as it is kept. */
export const readPieces = (tx: Tx, city: number, id: Uuid): Promise<{ place: number; bytes: Buffer }[]> =>
  tx.run<{ place: number; bytes: Buffer }>(pieces, [city, id]);

const remove = { name: 'upload.remove', text: 'delete from upload where city = $1 and id = $2 and seat = $3' };
/** Forgets an upload of that seat. */
export const removeUpload = async (tx: Tx, city: number, seat: Uuid, id: Uuid): Promise<void> =>
  void (await tx.run(remove, [city, id, seat]));

const sweep = { name: 'upload.sweep', text: 'delete from upload where city = $1 and expires_at < $2' };
/** Removes the uploads that nobody went on with, with their pieces. */
export const removeExpiredUploads = async (tx: Tx, city: number, now: Date): Promise<void> =>
  void (await tx.run(sweep, [city, now]));
