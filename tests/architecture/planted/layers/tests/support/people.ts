export const ada = 'Ada Example';
