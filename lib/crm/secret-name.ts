/**
 * Names of fields whose text is taken for a secret wherever it stands, so that a misspelt field keeps none either, and
 * no header, query entry or argument that was to be a credential.
 */
export const secretName =
	/secret|token|passw|passphrase|credential|authorization|bearer|api[-_]?key|private[-_]?key|signature|(^|[-_.])(key|sig|pwd)$/i;

/** Whether a text under that name is to be masked. A placeholder alone, and nothing, are no secret. */
export const isSecretText = (name: string, text: string): boolean =>
	secretName.test(name) && text !== "" && !/^\{[^{}]+\}$/.test(text);
