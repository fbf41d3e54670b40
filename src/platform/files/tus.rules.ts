/** The version of the tus protocol that is spoken: https://tus.io/protocols/resumable-upload. */
export const TUS_VERSION = '1.0.0';
/** Its parts that are spoken besides the core. */
export const TUS_EXTENSIONS = 'creation,termination,expiration';

/** The name in `Upload-Metadata` (`filename <base64>,other <base64>`); empty where there is none that can be read. */
export function nameIn(metadata: string | undefined): string {
  for (const [key, value = ''] of pairsOf(metadata)) {
    if (key !== 'filename') continue;
    const bytes = Uint8Array.from(Buffer.from(value, 'base64'));
    return new TextDecoder().decode(bytes).slice(0, 500);
  }
  return '';
}

/** Whether it is for a sealed matter (`sealed`, with or without a value). */
export const isSealed = (metadata: string | undefined): boolean => pairsOf(metadata).some(([key]) => key === 'sealed');

const pairsOf = (metadata: string | undefined): string[][] =>
  (metadata ?? '').split(',').map((pair) => pair.trim().split(' '));

/** The same, as it is said to whoever asks for an upload: a sender that goes on from another page learns the name from it. */
export const asMetadata = (name: string): string => `filename ${Buffer.from(name).toString('base64')}`;
