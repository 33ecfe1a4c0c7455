/** Where the assistant is set up, in the options page. */
export const assistantSettings = "#/assistant";
