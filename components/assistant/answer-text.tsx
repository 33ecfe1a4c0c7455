/** What the model writes, as it comes. */
export function AnswerText({ text }: { text: string }) {
	return (
		<p
			data-testid="answer"
			className="whitespace-pre-wrap break-words rounded-lg border border-line bg-surface px-3 py-2 leading-relaxed"
		>
			{text}
		</p>
	);
}
