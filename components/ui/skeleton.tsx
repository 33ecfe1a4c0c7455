import { classNames } from "./class-names";

/** A grey shape in the place of something that is being loaded. */
export function Skeleton({ className }: { className: string }) {
	return <div aria-hidden className={classNames("animate-pulse rounded-md bg-line", className)} />;
}
