import { type ReactNode, useId } from "react";
import { classNames } from "./class-names";
import { useModal } from "./use-modal";

type DialogProps = {
	title: string;
	/** Called when the user closes it, by Escape too. */
	close(): void;
	actions: ReactNode;
	wide?: boolean;
	children: ReactNode;
};

/** A modal question or view. Native, so that focus, Escape and the page behind it behave by themselves. */
export function Dialog({ title, close, actions, wide, children }: DialogProps) {
	const dialog = useModal();
	const id = useId();
	return (
		<dialog
			ref={dialog}
			onClose={close}
			aria-labelledby={id}
			className={classNames(
				"m-auto max-h-[calc(100vh-2rem)] overflow-auto rounded-2xl border border-line bg-surface p-5 text-ink backdrop:bg-black/40",
				wide ? "w-[min(46rem,calc(100vw-2rem))]" : "w-[min(26rem,calc(100vw-2rem))]",
			)}
		>
			<h2 id={id} className="mb-2 font-semibold text-[1.15rem]">
				{title}
			</h2>
			<div className="text-ink-soft">{children}</div>
			<div className="mt-5 flex flex-wrap justify-end gap-2">{actions}</div>
		</dialog>
	);
}
