/** Pictures of our own for the photos people send: a lamp, a cushion and a parcel, each in soft light. */
const scenes = {
	lamp: `<rect width="260" height="180" fill="url(#g)"/><circle cx="130" cy="78" r="72" fill="#fff" opacity=".28"/>
<rect y="138" width="260" height="42" fill="#8a6a4f"/><rect y="138" width="260" height="5" fill="#a5825f"/>
<path d="M104 50h52l18 46H86z" fill="#fbe3ba"/><path d="M104 50h26v46H86z" fill="#fff" opacity=".25"/>
<rect x="127" y="96" width="6" height="22" fill="#b98f5b"/><path d="M130 112c16 0 22 12 18 26h-36c-4-14 2-26 18-26z" fill="#c9744f"/>
<rect x="196" y="118" width="34" height="20" rx="2" fill="#5c7c74"/><rect x="192" y="110" width="40" height="8" rx="2" fill="#e0c9a6"/>`,
	cushion: `<rect width="260" height="180" fill="url(#g)"/><path d="M0 128h260v52H0z" fill="#e9e0d2"/>
<path d="M0 128h260v7H0z" fill="#d8ccb8"/><path d="M40 44c26 8 58 8 84 0-8 28-8 58 0 88-28-8-58-8-86 0 9-30 10-60 2-88z" fill="#c96f4a"/>
<path d="M50 54c22 6 44 6 64 1" fill="none" stroke="#e39a78" stroke-width="3"/><path d="M128 60c24 6 54 6 80-2-6 26-6 52 2 78-28-6-56-6-84 2 7-26 8-52 2-78z" fill="#6d7d4f"/>
<path d="M140 70c20 4 38 3 56-1" fill="none" stroke="#98a878" stroke-width="3"/>`,
	parcel: `<rect width="260" height="180" fill="url(#g)"/><path d="M0 132h260v48H0z" fill="#a98b6d"/><path d="M0 132h260v5H0z" fill="#bfa283"/>
<path d="m70 62 62 18v76l-62-20z" fill="#c89b63"/><path d="m132 80 60-20v74l-60 22z" fill="#b3854e"/><path d="m70 62 60-18 62 16-60 20z" fill="#dcb47f"/>
<path d="m98 53 62 17v18l-12 4V74L86 57z" fill="#f1dcb8"/><path d="M146 108l30-10v16l-30 11z" fill="#f6eee0"/><path d="m150 112 16-5m-16 10 20-7" stroke="#8b7a64" stroke-width="2"/>`,
} as const;

const light = {
	lamp: ["#f4d9b0", "#d99f72"],
	cushion: ["#dfe6e4", "#b9c7c5"],
	parcel: ["#dce6ef", "#b4c6d6"],
} as const;

/** The picture of a scene as a `data:` address. */
export function pictureOf(scene: keyof typeof scenes): string {
	const [from, to] = light[scene];
	const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 260 180"><defs><linearGradient id="g" x2="0" y2="1"><stop stop-color="${from}"/><stop offset="1" stop-color="${to}"/></linearGradient></defs>${scenes[scene]}</svg>`;
	return `data:image/svg+xml,${encodeURIComponent(svg)}`;
}
