export const day = (at: Date) => at.toISOString();
