import type { Conversation } from "./conversation";

/** Four members, one of them without a saved name. */
export const salesTeamMembers = ["Javi Molina", "Paula Serra", "Rocío Gil", "+34 688 12 34 56"];

export const salesTeam: Conversation = {
	script: `
@ -1 09:00
# Paula Serra added +34 688 12 34 56
<Paula Serra> Buenos días equipo
<Paula Serra> Os presento a Dani, empieza hoy en almacén
<+34 688 12 34 56> Hola a todos! Encantado
<Javi Molina> Bienvenido!!
> Bienvenido Dani!
<Rocío Gil> Por fin refuerzos 😂
@ -1 13:25
<Javi Molina> Han entrado las lámparas en Natural
<Javi Molina> [image lamp]
> Qué bonitas. Cuántas?
<Javi Molina> {Qué bonitas. Cuántas?} 40, y 25 más el lunes
<Paula Serra> Las subo a la web esta tarde
@ 0 09:30
<Rocío Gil> Recordad el inventario del *sábado*
<+34 688 12 34 56> A qué hora quedamos?
<Rocío Gil> A las 9:00
> Allí estaré
@ 0 11:52
<Paula Serra> Ventas de ayer: 2.340 €, el mejor miércoles del mes!
<Javi Molina> Qué equipo!
`,
	nextLines: ["Alguien ha visto el escáner?", "Falso aviso, estaba en la mesa", "Reunión a las 13:00"],
	unread: 2,
};

export const channel: Conversation = {
	script: `
@ -5 10:00
< *Novedades de noviembre*⏎Llega la colección de invierno: lana, lino lavado y mucho color
< [image cushion]
@ -2 18:00
< Esta semana, 10 % en todas las fundas de cojín
@ 0 10:00
< [image lamp] La lámpara de mesa vuelve a estar disponible
`,
	nextLines: ["Mañana abrimos hasta las 21:00"],
};
