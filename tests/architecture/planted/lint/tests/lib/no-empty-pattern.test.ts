const { people: {} } = { people: { ada: 1 } };
export const none = people;
