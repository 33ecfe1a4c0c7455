import { cva, type VariantProps } from "class-variance-authority";
import type { ComponentProps } from "react";
import { classNames } from "./class-names";

export const button = cva(
	"inline-flex items-center justify-center gap-1.5 whitespace-nowrap rounded-lg font-medium transition-colors disabled:opacity-50 [&_svg]:size-4 [&_svg]:shrink-0",
	{
		variants: {
			look: {
				primary: "bg-accent text-on-accent hover:bg-accent-ink",
				secondary: "border border-line bg-surface text-ink hover:bg-sunken",
				danger: "bg-bad text-surface hover:opacity-90",
				/** A quiet button that takes something away. */
				quietDanger: "text-bad hover:bg-bad-soft",
				quiet: "text-ink-soft hover:bg-sunken hover:text-ink",
			},
			size: { normal: "h-9 px-3.5", small: "h-7 px-2 text-[0.93rem]", icon: "size-7" },
		},
		defaultVariants: { look: "secondary", size: "normal" },
	},
);

export type ButtonProps = ComponentProps<"button"> & VariantProps<typeof button>;

export function Button({ look, size, className, type = "button", ...props }: ButtonProps) {
	return <button type={type} className={classNames(button({ look, size }), className)} {...props} />;
}
