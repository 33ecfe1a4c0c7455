import { User } from "lucide-react";

/** Hues far enough apart to tell people by, the same for the same name. */
const hues = [168, 205, 255, 292, 330, 12, 32, 88, 140];

/** The initials of a name on a colour of its own; a silhouette where the name is a number. */
export function Avatar({ name }: { name: string }) {
	const initials = name
		.split(/\s+/)
		.filter((word) => /^\p{L}/u.test(word))
		.map((word) => word[0]?.toUpperCase())
		.filter((_, index, all) => index === 0 || index === all.length - 1)
		.join("");
	const code = [...name].reduce((sum, letter) => (sum * 31 + (letter.codePointAt(0) ?? 0)) % 9973, 7);
	const hue = hues[code % hues.length];
	return (
		<span
			aria-hidden
			className="grid size-12 shrink-0 place-items-center rounded-full font-semibold text-[1.1rem] text-white"
			style={{ background: `linear-gradient(140deg, hsl(${hue} 48% 44%), hsl(${hue} 55% 32%))` }}
		>
			{initials || <User className="size-6" />}
		</span>
	);
}
