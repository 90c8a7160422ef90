#include "demo/names.hpp"

namespace demo {
namespace {

using std::string_view;

constexpr string_view women_40s[] = {"Monique",    "Françoise",  "Jacqueline", "Nicole",  "Michèle",   "Danielle",
                                     "Christiane", "Jeannine",   "Annie",      "Josette", "Colette",   "Marie-Thérèse",
                                     "Claudine",   "Bernadette", "Liliane",    "Yvette",  "Geneviève", "Ginette",
                                     "Simone",     "Odile",      "Éliane",     "Fatima",  "Mireille",  "Rolande"};
constexpr string_view men_40s[] = {"Jean",        "Michel", "Claude",    "André", "Pierre", "Jacques",
                                   "Bernard",     "Gérard", "Daniel",    "Roger", "Robert", "Guy",
                                   "Georges",     "Alain",  "Christian", "René",  "Yves",   "Maurice",
                                   "Jean-Claude", "Serge",  "Raymond",   "Ahmed", "Lucien", "Antonio"};
constexpr string_view women_55[] = {"Catherine", "Martine", "Sylvie",          "Brigitte", "Isabelle",  "Christine",
                                    "Véronique", "Chantal", "Patricia",        "Nathalie", "Dominique", "Corinne",
                                    "Pascale",   "Anne",    "Marie-Christine", "Évelyne",  "Valérie",   "Laurence",
                                    "Florence",  "Agnès",   "Fatiha",          "Béatrice", "Maria",     "Élisabeth"};
constexpr string_view men_55[] = {"Philippe",  "Patrick",  "Alain",    "Michel",    "Pascal", "Thierry",
                                  "Éric",      "Bruno",    "Didier",   "Dominique", "Gilles", "Marc",
                                  "Christian", "François", "Jean-Luc", "Hervé",     "Denis",  "Olivier",
                                  "Laurent",   "Franck",   "Mohamed",  "José",      "Rachid", "Joël"};
constexpr string_view women_70[] = {"Sandrine",    "Stéphanie", "Céline",   "Karine",  "Sophie",   "Virginie",
                                    "Aurélie",     "Émilie",    "Delphine", "Sabrina", "Séverine", "Laetitia",
                                    "Anne-Sophie", "Caroline",  "Magali",   "Nadia",   "Vanessa",  "Élodie",
                                    "Fanny",       "Hélène",    "Samira",   "Claire",  "Aïcha",    "Gaëlle"};
constexpr string_view men_70[] = {"Nicolas", "Sébastien", "Stéphane", "Christophe", "David",    "Frédéric",
                                  "Julien",  "Jérôme",    "Cédric",   "Guillaume",  "Fabrice",  "Arnaud",
                                  "Ludovic", "Vincent",   "Emmanuel", "Karim",      "Matthieu", "Yann",
                                  "Benoît",  "Mickaël",   "Mehdi",    "Grégory",    "Fabien",   "Sylvain"};
constexpr string_view women_85[] = {"Laura",     "Julie",   "Marine",  "Pauline",  "Marion",   "Camille",
                                    "Mathilde",  "Manon",   "Sarah",   "Mélanie",  "Anaïs",    "Lucie",
                                    "Charlotte", "Justine", "Morgane", "Inès",     "Clémence", "Alice",
                                    "Yasmine",   "Margaux", "Noémie",  "Amandine", "Mariam",   "Solène"};
constexpr string_view men_85[] = {"Thomas",  "Alexandre", "Romain",  "Maxime",  "Kévin",   "Anthony",
                                  "Florian", "Antoine",   "Quentin", "Clément", "Hugo",    "Valentin",
                                  "Adrien",  "Simon",     "Rémi",    "Théo",    "Yassine", "Bastien",
                                  "Lucas",   "Samuel",    "Malik",   "Tristan", "Jordan",  "Amine"};
constexpr string_view women_00[] = {"Léa",    "Emma",    "Chloé", "Manon",    "Jade",     "Louise",
                                    "Zoé",    "Lina",    "Lola",  "Juliette", "Ambre",    "Romane",
                                    "Salomé", "Maëlys",  "Anna",  "Nour",     "Apolline", "Capucine",
                                    "Aya",    "Garance", "Fatou", "Élise",    "Maya",     "Constance"};
constexpr string_view men_00[] = {"Enzo",    "Louis",   "Nathan",  "Léo",    "Arthur",   "Jules", "Raphaël", "Adam",
                                  "Gabriel", "Ethan",   "Noah",    "Tom",    "Mathis",   "Axel",  "Sacha",   "Rayan",
                                  "Martin",  "Gaspard", "Ibrahim", "Eliott", "Augustin", "Oscar", "Ilyès",   "Titouan"};

constexpr Generation all_generations[] = {
    {1940, 1954, 0.26, women_40s, men_40s}, {1955, 1969, 0.31, women_55, men_55}, {1970, 1984, 0.22, women_70, men_70},
    {1985, 1999, 0.15, women_85, men_85},   {2000, 2007, 0.06, women_00, men_00},
};

constexpr string_view all_family_names[] = {
    "Martin",     "Bernard",     "Thomas",     "Petit",     "Robert",    "Richard",   "Durand",     "Dubois",
    "Moreau",     "Laurent",     "Simon",      "Michel",    "Lefebvre",  "Leroy",     "Roux",       "David",
    "Bertrand",   "Morel",       "Fournier",   "Girard",    "Bonnet",    "Dupont",    "Lambert",    "Fontaine",
    "Rousseau",   "Vincent",     "Muller",     "Lefèvre",   "Faure",     "André",     "Mercier",    "Blanc",
    "Guérin",     "Boyer",       "Garnier",    "Chevalier", "François",  "Legrand",   "Gauthier",   "Garcia",
    "Perrin",     "Robin",       "Clément",    "Morin",     "Nicolas",   "Henry",     "Roussel",    "Mathieu",
    "Gautier",    "Masson",      "Marchand",   "Duval",     "Denis",     "Dumont",    "Marie",      "Lemaire",
    "Noël",       "Meyer",       "Dufour",     "Meunier",   "Brun",      "Blanchard", "Giraud",     "Joly",
    "Rivière",    "Lucas",       "Brunet",     "Gaillard",  "Barbier",   "Arnaud",    "Martinez",   "Gérard",
    "Roche",      "Renard",      "Schmitt",    "Roy",       "Leroux",    "Colin",     "Vidal",      "Caron",
    "Picard",     "Roger",       "Fabre",      "Aubert",    "Lemoine",   "Renaud",    "Dumas",      "Lacroix",
    "Olivier",    "Philippe",    "Bourgeois",  "Pierre",    "Benoît",    "Rey",       "Leclerc",    "Payet",
    "Rolland",    "Leclercq",    "Guillaume",  "Lecomte",   "Lopez",     "Jean",      "Dupuy",      "Guillot",
    "Hubert",     "Berger",      "Carpentier", "Sanchez",   "Dupuis",    "Moulin",    "Louis",      "Deschamps",
    "Huet",       "Vasseur",     "Perez",      "Boucher",   "Fleury",    "Royer",     "Klein",      "Jacquet",
    "Adam",       "Paris",       "Poirier",    "Marty",     "Aubry",     "Guyot",     "Carré",      "Charles",
    "Renault",    "Charpentier", "Ménard",     "Maillard",  "Baron",     "Bertin",    "Bailly",     "Hervé",
    "Schneider",  "Fernandez",   "Le Gall",    "Collet",    "Léger",     "Bouvier",   "Julien",     "Prévost",
    "Millet",     "Perrot",      "Daniel",     "Le Roux",   "Cousin",    "Germain",   "Breton",     "Besson",
    "Langlois",   "Rémy",        "Le Goff",    "Pelletier", "Lévêque",   "Perrier",   "Leblanc",    "Barré",
    "Lebrun",     "Marchal",     "Weber",      "Mallet",    "Hamon",     "Boulanger", "Jacob",      "Monnier",
    "Michaud",    "Rodriguez",   "Guichard",   "Gillet",    "Étienne",   "Grondin",   "Poulain",    "Tessier",
    "Chevallier", "Collin",      "Chauvin",    "Da Silva",  "Bouchet",   "Gay",       "Lemaître",   "Bénard",
    "Maréchal",   "Humbert",     "Reynaud",    "Antoine",   "Hoarau",    "Perret",    "Barthélemy", "Cordier",
    "Pichon",     "Lejeune",     "Gilbert",    "Lamy",      "Delaunay",  "Pasquier",  "Carlier",    "Laporte",
    "Benali",     "Diallo",      "Traoré",     "Nguyen",    "Haddad",    "Bensaïd",   "Cissé",      "Ferreira",
    "Kaya",       "Costa",       "Amrani",     "Belkacem",  "Coulibaly", "Mansouri",  "Rossi",      "Tran",
    "Kovács",     "Nowak",       "O’Brien",    "Sow",       "Ben Amar",  "Saïdi",     "Yılmaz",     "Ndiaye",
};

}  // namespace

std::span<const Generation> generations() {
  return all_generations;
}
std::span<const std::string_view> family_names() {
  return all_family_names;
}

}  // namespace demo
