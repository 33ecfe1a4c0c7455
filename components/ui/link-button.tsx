import type { VariantProps } from "class-variance-authority";
import type { ComponentProps } from "react";
import { button } from "./button";
import { classNames } from "./class-names";

/** A link that looks like a button: it leads somewhere, and can be opened in a tab of its own. */
export function LinkButton({
	look,
	size,
	className,
	...props
}: ComponentProps<"a"> & VariantProps<typeof button>) {
	return <a className={classNames(button({ look, size }), className)} {...props} />;
}
