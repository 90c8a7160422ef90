-- A01, A02, A05: whoever asked to come in. In a phase that is open the link in the mail makes the account; before, it only proves the address.
create table preregistration (
  id bigint generated always as identity primary key,
  first_name text not null check (length(first_name) between 1 and 80),
  last_name text not null check (length(last_name) between 1 and 80),
  email text not null unique check (email = lower(email) and length(email) between 3 and 254),
  postcode text not null check (postcode ~ '^[0-9]{5}$'),
  asked_at timestamptz not null default now(),
  confirmed_at timestamptz
);

-- P05: the legal notice, each version kept. {éditeur}, {directeur}, {hébergeur} and {données} are filled in from the settings.
create table legal_notice (
  id bigint generated always as identity primary key,
  body text not null,                          -- Markdown
  published_at timestamptz not null default now()
);

insert into charter (body) values ($charte$
La coopol est la coopérative politique de toutes celles et de tous ceux qui veulent travailler ensemble à gauche. Plus qu’un réseau social, c’est un espace où l’on débat et où l’on agit : on s’y retrouve par section, on y prépare des réunions et des missions, on s’y écrit. Elle appartient à celles et ceux qui la font vivre.

Ce qui s’y publie n’est pas relu à l’avance. Cette charte dit donc ce que nous nous promettons les uns aux autres. En l’acceptant, tu t’engages à la respecter, et nous aussi.

## 1. Respect, fraternité, civilité

- On débat des idées, jamais contre les personnes. Le désaccord est bienvenu, l’insulte et le mépris ne le sont pas.
- Les propos racistes, antisémites, sexistes, homophobes, diffamatoires, ou qui incitent à la haine ou à la violence n’ont pas leur place ici. La loi les punit aussi.
- On ne harcèle personne. Quelqu’un qui ne répond pas, qui refuse une demande de coopain ou qui quitte un groupe n’a pas à se justifier.
- Chacun parle en son nom, sous son vrai nom. On ne se fait pas passer pour quelqu’un d’autre.

## 2. Ce que tu publies

- Tu es responsable de ce que tu écris et partages, et tu en gardes les droits. Tu permets seulement à la coopol de le montrer aux personnes que tu as choisies.
- Ne publie que des textes, images et sons que tu as le droit de partager.
- Pas de publicité ni de démarchage. La coopol n’est pas un fichier : les coordonnées et les listes ne servent qu’à l’action militante.
- Ce qui est dit dans un cercle y reste. On ne recopie pas ailleurs, sans accord, ce qu’une personne a confié à sa section, à un groupe ou dans un message.

## 3. Tes données personnelles

Appartenir à un réseau politique en dit long sur quelqu’un. La loi protège particulièrement ces données (article 9 du règlement général sur la protection des données, RGPD), et nous ne les traitons qu’avec ton accord, que tu donnes en acceptant cette charte et que tu peux retirer à tout moment.

- **Ce qui est gardé** : ton nom, ton adresse électronique, ton rattachement, ce que tu ajoutes à ton profil, ce que tu publies et tes réponses aux invitations. Ton mot de passe n’est jamais gardé en clair.
- **Pourquoi** : pour que tu puisses te connecter, retrouver les autres et agir avec eux. Jamais pour un usage commercial ; rien n’est vendu, loué ni transmis.
- **Qui voit quoi** : tu choisis qui peut te trouver. Ton adresse électronique, ton téléphone et ton adresse postale n’apparaissent jamais sur ton profil ; seuls les secrétaires de ta section y ont accès, pour l’action de la section, et chaque consultation est notée.
- **Combien de temps** : aussi longtemps que tu es membre. Si tu supprimes ton compte, tes données personnelles sont effacées.
- **Tes droits** : voir tes données, les corriger, les récupérer, les faire effacer, limiter leur usage ou t’y opposer. Écris à l’équipe d’animation par le lien « Contacter l’équipe » au bas de chaque page. Si la réponse ne te convient pas, tu peux saisir la CNIL (www.cnil.fr).

## 4. Si tu as une responsabilité

Secrétaires de section, référents de fédération, coopilotes et responsables de zone s’engagent à n’utiliser les données auxquelles leur rôle donne accès que pour l’action de leur espace, à ne les divulguer à personne, et à ne pas les conserver hors de la coopol plus longtemps que nécessaire.

## 5. Quand quelque chose ne va pas

- « Signaler un abus », au bas de chaque page, prévient l’équipe d’animation. Elle ne voit que ce qui lui est signalé.
- Selon la gravité, elle peut écarter un signalement, masquer une publication, avertir son auteur ou suspendre un compte. Elle dit pourquoi à chacun, et sa décision peut être contestée.
- Garde ton mot de passe pour toi. Si tu penses que quelqu’un d’autre s’en sert, change-le et ferme les sessions ouvertes, dans « Modifier mon compte ».

## 6. Cette charte peut changer

Chaque version est datée. Si elle change, la nouvelle te sera proposée à ta connexion suivante.
$charte$);

insert into legal_notice (body) values ($mentions$
## Éditeur du site

{éditeur}

Direction de la publication : {directeur}

## Hébergement

{hébergeur}

## Données personnelles

La coopol traite des données qui révèlent des opinions politiques, protégées par l’article 9 du règlement général sur la protection des données (RGPD). Le traitement repose sur le consentement explicite de chaque membre, donné en acceptant la [charte](/charte), et s’inscrit dans les activités légitimes d’une organisation politique à l’égard de ses membres et des personnes en contact régulier avec elle.

Responsable du traitement et délégué à la protection des données : {données}

- **Finalités** : tenir les comptes, permettre aux membres de se retrouver, de s’écrire et d’organiser réunions et actions.
- **Destinataires** : les membres, selon la visibilité que chacun choisit ; les secrétaires de section pour les coordonnées de leur section. Aucune donnée n’est vendue ni transmise à des fins commerciales.
- **Durées** : les données d’un compte sont gardées tant qu’il existe, et effacées avec lui. Une pré-inscription qui n’est pas confirmée est effacée au bout de trente jours. Une session s’éteint après trente jours sans visite.
- **Droits** : accès, rectification, effacement, limitation, opposition, portabilité, et retrait du consentement à tout moment, en écrivant à l’équipe par la page [Contacter l’équipe](/contact). Une réclamation peut être adressée à la CNIL, 3 place de Fontenoy, TSA 80715, 75334 Paris Cedex 07, [www.cnil.fr](https://www.cnil.fr/fr/plaintes).

## Cookies

La coopol ne mesure pas ton passage et ne charge rien d’un autre site. Elle ne dépose que des cookies nécessaires à son fonctionnement, qui ne demandent pas ton accord : celui de ta session (`__Host-session`), celui qui protège les formulaires des visiteurs (`__Host-visiteur`) et celui qui porte les annonces d’une page à l’autre (`__Host-annonce`).

## Logiciel libre

La coopol est un logiciel libre, sous licence AGPL-3.0 ou ultérieure.
$mentions$);
