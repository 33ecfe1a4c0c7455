/** One written conversation of the demo; `script` is in the syntax of page/script-syntax.ts. */
export type Conversation = {
	script: string;
	/** What the contact writes when the demo bar's button is pressed, one line a press. */
	nextLines: string[];
	unread?: number;
};
