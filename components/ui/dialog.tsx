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
				"m-auto max-h-[calc(100vh-2rem)] scroll-pb-20 overflow-auto rounded-2xl border border-line bg-surface p-5 pb-0 text-ink backdrop:bg-black/40",
				wide ? "w-[min(46rem,calc(100vw-2rem))]" : "w-[min(26rem,calc(100vw-2rem))]",
			)}
		>
			<h2 id={id} className="mb-2 font-semibold text-[1.15rem]">
				{title}
			</h2>
			<div className="text-ink-soft">{children}</div>
			{/* In view however long the rest is. */}
			<div
				className={classNames(
					"-mx-5 sticky bottom-0 flex flex-wrap justify-end gap-2 bg-surface px-5",
					wide ? "mt-4 border-line border-t py-3.5" : "mt-1 pt-4 pb-5",
				)}
			>
				{actions}
			</div>
		</dialog>
	);
}
