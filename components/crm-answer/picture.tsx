import { Package } from "lucide-react";
import { useState } from "react";
import { classNames } from "@/components/ui/class-names";

/** A product's picture, or a parcel where there is none or it does not load. */
export function Picture({ image, className }: { image?: string; className: string }) {
	const [broken, setBroken] = useState(false);
	return (
		<span
			className={classNames(
				"grid shrink-0 place-items-center overflow-hidden rounded-lg bg-sunken text-ink-soft",
				className,
			)}
		>
			{image && !broken ? (
				<img
					src={image}
					alt=""
					loading="lazy"
					referrerPolicy="no-referrer"
					className="size-full object-cover"
					onError={() => setBroken(true)}
				/>
			) : (
				<Package aria-hidden className="size-4" />
			)}
		</span>
	);
}
