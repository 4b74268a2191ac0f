export const say = (text: string) => console.log(text);
