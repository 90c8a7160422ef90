#include "access/french_words.hpp"

#include <iterator>
#include <sstream>

namespace accounts {
namespace {

constexpr const char* words =
    "motdepasse azerty azertyuiop qsdfgh wxcvbn doudou loulou chouchou bonjour soleil marseille nicolas coopol "
    "lacoopol "
    "secret passe mdp bisous coucou jetaime amour coeur cherie cheri mamour loulou poupette princesse bebe maman papa "
    "maison famille enfant enfants fille fils frere soeur mamie papi tonton tata copain copine coopain ami amie amis "
    "paris lyon toulouse nice nantes montpellier strasbourg bordeaux lille rennes reims toulon grenoble dijon angers "
    "nimes "
    "brest tours limoges amiens besancon metz nancy rouen caen orleans mulhouse perpignan poitiers bayonne quimper "
    "lorient "
    "bretagne normandie provence alsace lorraine corse auvergne bourgogne savoie picardie occitanie france europe "
    "afrique "
    "psg olympique girondins verts football rugby velo ballon sport but champion equipe zidane mbappe griezmann tour "
    "thomas julien alexandre camille marine pauline mathieu guillaume antoine pierre nathalie isabelle sylvie "
    "catherine "
    "christophe stephane philippe laurent frederic olivier sebastien david jerome vincent bruno patrick pascal thierry "
    "eric michel alain bernard jacques gerard daniel claude andre jean marie louis francois francoise monique martine "
    "christine valerie sandrine veronique celine stephanie virginie aurelie emilie julie laura lea manon chloe emma "
    "ines "
    "jade louise alice lola sarah clara zoe lina anna juliette charlotte margaux mathilde lucie oceane justine melanie "
    "lucas hugo leo gabriel raphael arthur jules adam paul maxime theo enzo nathan noah tom ethan sacha axel romain "
    "kevin "
    "anthony jeremy florian benjamin damien fabien arnaud gregory mickael cedric ludovic yann loic herve didier gilles "
    "mohamed fatima karim samir nadia leila rachid yasmine amine sofia malik samira hassan "
    "lundi mardi mercredi jeudi vendredi samedi dimanche janvier fevrier mars avril mai juin juillet aout septembre "
    "octobre "
    "novembre decembre printemps ete automne hiver noel paques vacances anniversaire fete weekend matin midi soir nuit "
    "chat chaton minou chien toutou lapin cheval poney souris oiseau poisson lion tigre loup renard ours dauphin "
    "papillon "
    "abeille cochon vache poule mouton chevre tortue grenouille licorne dragon "
    "fleur rose tulipe lilas jasmin violette marguerite coquelicot tournesol lavande arbre foret jardin montagne mer "
    "plage "
    "ocean riviere lac ile lune etoile ciel nuage pluie neige orage vent feu terre eau sable caillou "
    "rouge bleu vert jaune noir noire blanc blanche orange violet gris marron "
    "pain fromage vin biere cafe chocolat gateau bonbon pomme poire cerise fraise framboise banane citron tomate "
    "carotte "
    "patate salade beurre confiture crepe croissant baguette saucisson raclette pastis champagne "
    "voiture moto camion train avion bateau peugeot renault citroen clio megane scooter "
    "table chaise porte fenetre lit lampe livre stylo papier cahier ecole travail bureau ordinateur telephone musique "
    "guitare piano cinema film photo danse theatre jeu jeux "
    "liberte egalite fraternite republique revolution socialiste socialisme parti gauche section camarade militant "
    "militante jaures blum mitterrand rocard jospin peuple front populaire victoire election vote citoyen "
    "bonheur joie vie mort paix guerre espoir reve temps monde homme femme roi reine ange diable dieu jesus "
    "un une deux trois quatre cinq six sept huit neuf dix cent mille premier "
    "le la les des mon ma mes ton ta tes son sa ses notre nos votre vos et ou ni car donc mais pour par sur sous dans "
    "avec "
    "sans chez vers entre puis encore toujours jamais plus moins tres trop bien mal aussi comme quand qui que quoi "
    "dont "
    "est suis sont etre avoir faire aller venir voir savoir pouvoir vouloir aimer adore deteste autre autres meme tout "
    "toute tous grand grande petit petite bon bonne beau belle joli jolie vieux vieille nouveau nouvelle gros grosse "
    "salut merci bienvenue bravo super genial cool oui non merde putain connard salope "
    "entree sortie ouvrir fermer sesame clef cle code acces compte session internet site mail courriel admin "
    "administrateur "
    "utilisateur test essai demo toto titi tata tutu truc machin bidule azer qwerty iloveyou password";

}  // namespace

const std::vector<std::string>& french_words() {
  static const std::vector<std::string> list = [] {
    std::istringstream text(words);
    return std::vector<std::string>{std::istream_iterator<std::string>(text), {}};
  }();
  return list;
}

}  // namespace accounts
