const roles = new Map([['ada', 'therapist']]);
export const copy = { ...roles };
