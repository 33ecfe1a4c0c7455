import type { ReactNode } from "react";
import { Avatar } from "./avatar";

/** What the chat itself tells of a contact, for as long as the CRM tells nothing. */
export function ContactHeading({ name, children }: { name: string; children: ReactNode }) {
	return (
		<header className="flex items-center gap-3 p-4">
			<Avatar name={name} />
			<div className="min-w-0 flex-1">
				<h1 className="truncate font-semibold text-[1.25rem]">{name}</h1>
				{children}
			</div>
		</header>
	);
}
