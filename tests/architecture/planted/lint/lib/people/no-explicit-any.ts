export const read = (value: any) => String(value);
