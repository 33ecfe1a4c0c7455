export const secretProblem = (secret: string): string | null => (secret.length > 512 ? "too long" : null);
