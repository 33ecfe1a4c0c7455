import { classNames } from "./class-names";

/**
 * A grey shape in the place of something that is being loaded. Whoever puts it there moves it: a pulse of their own
 * would make a layer of each shape, and twelve layers for a wait of a moment slow down what is waited for.
 */
export function Skeleton({ className }: { className: string }) {
	return <div aria-hidden data-skeleton className={classNames("rounded-md bg-line", className)} />;
}
