// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "editing/formedit.h"
#include "wording/reader.h"

#include <QObject>

class QLayout;
class QWidget;

namespace purser {

//! A row of a token's form: one field, or a few that belong together. The form loops over these: it
//! lays them out, shows what the token has beside them, and asks what they ask for. What a person
//! makes of a row stays in it, usable or not.
class FieldEditor : public QObject {
    Q_OBJECT

public:
    //! What the row is called.
    struct Names {
        QString object; //!< in widgets' object names: "Balance"
        QString label; //!< with its key: "&Balance"
        QString heard; //!< "Balance"
        QString current; //!< "Current balance"
    };

    using QObject::QObject;

    [[nodiscard]] virtual QList<Field> fields() const = 0;
    [[nodiscard]] virtual Names names() const = 0;

    //! The widgets, to be laid out; the label's buddy; and those that Tab goes through.
    [[nodiscard]] virtual QLayout *layout() { return nullptr; }
    //! Where there is no layout.
    [[nodiscard]] virtual QWidget *widget() = 0;
    [[nodiscard]] virtual QWidget *buddy() { return widget(); }
    [[nodiscard]] virtual QList<QWidget *> tabOrder() { return {widget()}; }
    //! Puts the keyboard where typing changes the value.
    virtual void focus();

    //! Whether the token has such a thing at all.
    [[nodiscard]] virtual bool appliesTo(const Token & /*token*/) const { return true; }
    //! Nothing has been edited.
    virtual void show(const Token &token) = 0;
    //! Newer: what was edited stays, and is compared with this one from now on.
    virtual void rebase(const Token &token) = 0;
    //! Whether it says anything else than the token.
    [[nodiscard]] virtual bool isEdited() const = 0;
    //! What is wrong with it, in words; empty if nothing.
    [[nodiscard]] virtual QString problem() const { return {}; }
    //! Adds what it asks for; nothing where that does not differ or can't be used.
    virtual void ask(ChangeRequest &request) const = 0;
    //! Shows what is asked for, as if it had been typed. What is not asked for stays.
    virtual void fillIn(const ChangeRequest &request) = 0;
    virtual void keep(FormEdit &edit) const = 0;
    virtual void applyEdit(const FormEdit &edit) = 0;

    //! What the service sets of another row by itself, if this is sent.
    [[nodiscard]] virtual bool forces(Field /*field*/) const { return false; }
    //! Another row forces this one: it shows so, and asks for nothing.
    virtual void setForced(bool /*forced*/) { }

    virtual void setUsable(bool usable);
    //! shown: the sentence below the row, its own problem's or the service's.
    virtual void setProblem(const QString & /*shown*/, bool /*isOwn*/) { }

    //! What the token has, for beside the row.
    [[nodiscard]] virtual QString currentValue(const Token &token, const Reader &reader) const;
    //! More about it, and what that is; nothing for most.
    [[nodiscard]] virtual QString currentNote(const Token & /*token*/) const { return {}; }
    [[nodiscard]] virtual QString noteName() const { return {}; }

Q_SIGNALS:
    //! By the user, or by the program from show() to applyEdit().
    void edited();
};

} // namespace purser
