#pragma once
// The 21 centres of interest that a person may tick (A11), shown on profiles (B02), searched by in the directory (B07).

#include <array>
#include <string_view>

#include "ui/form.hpp"

namespace members {

inline constexpr std::array<ui::Option, 21> interests{{
    {.value = "action-sociale", .label = "Action sociale"},
    {.value = "agriculture", .label = "Agriculture"},
    {.value = "amenagement", .label = "Aménagement du territoire"},
    {.value = "culture", .label = "Culture"},
    {.value = "defense", .label = "Défense"},
    {.value = "economie", .label = "Économie"},
    {.value = "education", .label = "Éducation"},
    {.value = "emploi", .label = "Emploi"},
    {.value = "environnement", .label = "Environnement"},
    {.value = "equipement", .label = "Équipement"},
    {.value = "famille", .label = "Famille"},
    {.value = "finances", .label = "Finances"},
    {.value = "logement", .label = "Logement"},
    {.value = "numerique", .label = "Nouvelles technologies"},
    {.value = "patrimoine", .label = "Patrimoine"},
    {.value = "proximite", .label = "Politique de proximité"},
    {.value = "recherche", .label = "Recherche et innovation"},
    {.value = "europe-international", .label = "Relations européennes et internationales"},
    {.value = "sante", .label = "Santé"},
    {.value = "securite", .label = "Sécurité"},
    {.value = "solidarite", .label = "Solidarité"},
}};

/// "" for a word that is none of them.
constexpr std::string_view interest_words(std::string_view value) {
  for (const auto& interest : interests)
    if (interest.value == value) return interest.label;
  return {};
}

}  // namespace members
