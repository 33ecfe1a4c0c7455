import type { ComponentProps } from "react";
import { classNames } from "./class-names";
import { control } from "./field";

export function Textarea({ className, ...props }: ComponentProps<"textarea">) {
	return <textarea className={classNames(control, "py-2", className)} {...props} />;
}
