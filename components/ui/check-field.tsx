import { type ComponentProps, type ReactNode, useId } from "react";

type CheckFieldProps = Omit<ComponentProps<"input">, "type"> & { label: ReactNode; hint?: ReactNode };

/** A checkbox with its label and, below it, what checking it means. */
export function CheckField({ label, hint, ...props }: CheckFieldProps) {
	const id = useId();
	return (
		<div className="flex items-start gap-2.5">
			<input
				{...props}
				id={id}
				type="checkbox"
				aria-describedby={hint ? `${id}-note` : undefined}
				className="mt-0.5 size-4 shrink-0 accent-accent"
			/>
			<div className="min-w-0">
				<label htmlFor={id} className="block break-words leading-snug">
					{label}
				</label>
				{hint && (
					<div id={`${id}-note`} className="text-[0.86rem] text-ink-soft">
						{hint}
					</div>
				)}
			</div>
		</div>
	);
}
