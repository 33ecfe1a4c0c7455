/** The id the browser knows this extension by. */
export const useExtensionId = (): string => chrome.runtime.id;
