import { type ComponentProps, type ReactNode, useId } from "react";
import { classNames } from "./class-names";

/** How every text control looks. */
export const control =
	"w-full rounded-lg border border-line bg-surface px-3 text-ink placeholder:text-ink-soft/70 aria-invalid:border-bad hover:border-ink-soft/50";

type FieldProps = {
	label: string;
	hint?: ReactNode;
	error?: string;
	children(props: { id: string; "aria-invalid": boolean; "aria-describedby"?: string }): ReactNode;
};

/** A labelled control with its hint and its error, tied together for screen readers. */
export function Field({ label, hint, error, children }: FieldProps) {
	const id = useId();
	const described = (error ?? hint) ? `${id}-note` : undefined;
	return (
		<div className="min-w-0">
			<label htmlFor={id} className="mb-1 block font-medium text-[0.93rem]">
				{label}
			</label>
			{children({ id, "aria-invalid": error !== undefined, "aria-describedby": described })}
			{described && (
				<p
					id={described}
					className={classNames(
						"mt-1 break-words text-[0.86rem]",
						error ? "whitespace-pre-line text-bad" : "text-ink-soft",
					)}
				>
					{error ?? hint}
				</p>
			)}
		</div>
	);
}

export function Input({ className, ...props }: ComponentProps<"input">) {
	return <input className={classNames(control, "h-9", className)} {...props} />;
}

export function Select({ className, ...props }: ComponentProps<"select">) {
	return <select className={classNames(control, "h-9 pr-8", className)} {...props} />;
}
