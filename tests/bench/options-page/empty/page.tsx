import { StrictMode, useState } from "react";
import { createRoot } from "react-dom/client";

/** A heading and one control that reacts. */
function EmptyPage() {
	const [text, setText] = useState("");
	return (
		<main>
			<h1>Empty</h1>
			<input type="search" value={text} onChange={(event) => setText(event.target.value)} />
			<p>{text}</p>
		</main>
	);
}

const root = document.getElementById("root");
if (root)
	createRoot(root).render(
		<StrictMode>
			<EmptyPage />
		</StrictMode>,
	);
