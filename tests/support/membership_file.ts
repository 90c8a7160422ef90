// A membership file as Excel saves it in France: semicolons, Windows-1252, quoted newlines, 400 lines with duplicates, shared and missing addresses.

export interface MembershipFile { content: Buffer; people: number; ready: number; addresses: string[]; names: string[] }

const firstNames = ['Anaïs', 'Benoît', 'Chloé', 'Désiré', 'Élise', 'François', 'Gaëtan', 'Hélène', 'Irène', 'Jérôme'];
const lastNames = ['Abadie', 'Béranger', 'Carré', 'Delmas', 'Évrard', 'Fontaine', 'Gérard', 'Hébert', 'Imbert', 'Jourdan', 'Kervella', 'Lemaître', 'Mérieux', 'Noël', 'Ollivier', 'Périer', 'Quérel', 'Régnier', 'Sénéchal', 'Thévenet',
  'Ubaldi', 'Vallée', 'Wagner', 'Xavier', 'Yvon', 'Zeller', 'Aubin', 'Bréhat', 'Clémenceau', 'Drouet', 'Escoffier', 'Fabre', 'Guérin', 'Huard', 'Isnard', 'Jacquemin', 'Koehler', 'Lévêque'];

/** 380 people on 400 lines: 20 lines say again who was said before; of the people 12 have no address, 6 share three. */
export function membershipFile(unique: string): MembershipFile {
  const lines = ['N° adhérent;Date adhésion;Civilité;Prénom;NOM;Né(e) le;E-mail;Tél. fixe;Mobile;Adresse postale;CP;Commune'];
  const addresses: string[] = [], names: string[] = [], people: string[] = [];
  for (let i = 0; i < 380; ++i) {
    const first = firstNames[i % 10], last = lastNames[Math.floor(i / 10)];
    const own = `membre${i}.${unique}@exemple.test`;
    const missing = i >= 368, shared = i >= 362 && !missing;
    const email = missing ? '' : shared ? `foyer${Math.floor((i - 362) / 2)}.${unique}@exemple.test` : own;
    if (!missing && !shared) { addresses.push(own); names.push(last); }
    people.push([`A${1000 + i}`, '12/03/2019', i % 2 ? 'M.' : 'Mme', first, last.toUpperCase(), `0${1 + (i % 9)}/11/19${60 + (i % 40)}`, email, '03 81 00 00 00', `06 00 00 ${String(i).padStart(4, '0').slice(0, 2)} ${String(i).padStart(4, '0').slice(2)}`,
      `"${1 + (i % 80)} rue de l’Église\nBâtiment ""B"""`, '25000', 'BESANÇON'].join(';'));
  }
  for (let i = 0; i < 20; ++i) people.splice(40 + i * 15, 0, people[i]);
  return { content: latin(lines.concat(people).join('\r\n') + '\r\n'), people: 380, ready: 362, addresses, names };
}

// Windows-1252: Latin-1 but for some signs, of which the typographic apostrophe is the one people type.
function latin(text: string): Buffer {
  return Buffer.from([...text].map((c) => (c === '’' ? 0x92 : c.charCodeAt(0))));
}
