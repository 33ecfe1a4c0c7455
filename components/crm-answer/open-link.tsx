import type { ReactNode } from "react";

/** A link of the CRM's, opened in a new tab that is not told where it came from; plain text without a URL. */
export function OpenLink({ url, children }: { url?: string; children: ReactNode }) {
	if (!url) return <>{children}</>;
	return (
		<a href={url} target="_blank" rel="noopener noreferrer" className="hover:underline">
			{children}
		</a>
	);
}
