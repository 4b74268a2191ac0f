// Data on its way to the browser as one text. React walks every value that crosses: on the server, again where the page is first drawn,
// and in the browser. A text it only copies.

export type Packed<T> = string & { readonly packs?: T };

export const packed = <T>(value: T): Packed<T> => JSON.stringify(value);

export const unpacked = <T>(text: Packed<T>): T => JSON.parse(text) as T;
